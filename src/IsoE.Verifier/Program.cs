using IsoE.Verifier;

const int Fits = 0, Wrong = 1, BadUsage = 2, NotCompared = 3;
const string Usage = """
    IsoE.Verifier GÓI.pdf [--seal NIÊM_PHONG.json] [--key DẤU_VÂN_TAY] [--en]
    Kiểm tra gói bằng chứng của IsoE mà không cần IsoE. Mã thoát: 0 khớp; 1 có điều không khớp; 2 dùng sai;
    3 khớp, nhưng chưa đối chiếu được với niêm phong giữ bên ngoài.

    IsoE.Verifier PACK.pdf [--seal SEAL.json] [--key FINGERPRINT] [--en]
    Checks an evidence pack of IsoE without IsoE. Exit codes: 0 it fits; 1 something does not fit; 2 bad usage;
    3 it fits, but could not be compared with the seal kept outside.
    """;

var isEnglish = args.Contains("--en");
var rest = args.Where(arg => arg != "--en").ToList();
var seal = Take("--seal");
var key = Take("--key");
if (rest.Count != 1 || !File.Exists(rest[0]) || (seal is not null && !File.Exists(seal)))
{
    Console.Error.WriteLine(Usage);
    return BadUsage;
}

var findings = Pack.Check(File.ReadAllBytes(rest[0]), seal is null ? null : File.ReadAllBytes(seal), key);
foreach (var wrong in findings.Wrong) Console.WriteLine(isEnglish ? $"WRONG: {wrong.En}." : $"SAI: {wrong.Vi}.");
foreach (var open in findings.Open) Console.WriteLine(isEnglish ? $"NOT COMPARED: {open.En}." : $"CHƯA ĐỐI CHIẾU: {open.Vi}.");
foreach (var note in findings.Notes) Console.WriteLine(isEnglish ? note.En : note.Vi);
if (findings.Wrong.Count == 0) Console.WriteLine(isEnglish ? "Everything in the pack fits." : "Mọi thứ trong gói đều khớp.");
return findings switch
{
    { Wrong.Count: > 0 } => Wrong,
    { Open.Count: > 0 } => NotCompared,
    _ => Fits,
};

string? Take(string option)
{
    var place = rest.IndexOf(option);
    if (place < 0 || place + 1 == rest.Count) return null;
    var value = rest[place + 1];
    rest.RemoveRange(place, 2);
    return value;
}

using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>What a column of a table of steps is about.</summary>
public enum ColumnKind
{
    /// <summary>Nothing the reader knows; its cells are listed as not understood.</summary>
    Unknown,
    Number,
    Title,

    /// <summary>Shapes of a flowchart, or whatever names the step there.</summary>
    Flow,
    Detail,
    Responsible,
    Helper,
    Time,
    Output,
    Note,
}

/// <summary>Tells the kind of a column by its header.</summary>
public static partial class ColumnKinds
{
    private static readonly (ColumnKind Kind, string[] Phrases)[] Known =
    [
        (ColumnKind.Number, ["so thu tu", "thu tu", "stt", "so tt", "buoc so", "so buoc"]),
        (ColumnKind.Flow, ["luu do", "so do"]),
        (ColumnKind.Detail, ["mo ta", "dien giai", "cach thuc", "cach thuc hien", "huong dan", "noi dung chi tiet", "chi tiet", "yeu cau"]),
        (ColumnKind.Title,
        [
            "trinh tu", "noi dung", "cac buoc", "ten buoc", "buoc cong viec", "buoc thuc hien", "cong viec", "hoat dong", "giai doan", "quy trinh",
            "nhiem vu", "cong doan", "ten cong viec", "viec can lam",
        ]),
        (ColumnKind.Helper, ["phoi hop", "lien quan phoi hop", "don vi lien quan", "ho tro"]),
        (ColumnKind.Responsible,
        [
            "trach nhiem", "nguoi", "don vi thuc hien", "don vi chu tri", "co quan thuc hien", "bo phan", "don vi", "co quan", "chu tri", "chuc danh", "vi tri",
            "chiu trach nhiem", "can bo", "phong ban", "phong chuyen mon", "doi tuong", "ai lam", "phan cong",
        ]),
        (ColumnKind.Time,
        [
            "thoi gian", "thoi han", "thoi luong", "so ngay", "so gio", "hoan thanh trong", "han xu ly", "tien do", "ngay lam viec", "dinh muc", "thoi diem", "han hoan thanh",
        ]),
        (ColumnKind.Output,
        [
            "bieu mau", "mau bieu", "ket qua", "san pham", "ho so", "tai lieu", "dau ra", "chung tu", "bang chung", "mau su dung", "van ban",
        ]),
        (ColumnKind.Note, ["ghi chu", "luu y"]),
    ];

    private static readonly Dictionary<string, ColumnKind> Short = new(StringComparer.Ordinal)
    {
        ["tt"] = ColumnKind.Number,
        ["b"] = ColumnKind.Number,
        ["buoc"] = ColumnKind.Number,
        ["no"] = ColumnKind.Number,
        ["so"] = ColumnKind.Number,
        ["tg"] = ColumnKind.Time,
        ["bm"] = ColumnKind.Output,
        ["bm/kq"] = ColumnKind.Output,
        ["thuc hien"] = ColumnKind.Responsible,
        ["nd"] = ColumnKind.Title,
    };

    /// <summary>Words of other tables of a procedure that would be taken for these.</summary>
    private static readonly string[] Others = ["thoi gian luu", "noi luu", "thoi han luu", "thoi han bao quan", "noi dung thay doi", "noi dung sua doi", "ho so luu", "ten bieu mau", "ten giay to"];

    /// <summary>Words of lists of procedures, which are no procedures.</summary>
    private static readonly string[] Lists = ["ten tthc", "ten thu tuc", "ma tthc", "ma thu tuc", "ma so tthc"];

    /// <summary>Whether the header is one of a list of procedures.</summary>
    internal static bool IsOfList(string header) => Array.Exists(Lists, PlainWords.Of(header).Contains);

    /// <summary>The kind whose words come first in the header.</summary>
    internal static ColumnKind Of(string header)
    {
        var plain = PlainWords.Bare(Unit().Replace(PlainWords.Of(header), " "));
        if (plain.Length is 0 or > 80 || Array.Exists(Others, plain.Contains)) return ColumnKind.Unknown;
        if (Short.TryGetValue(plain, out var kind)) return kind;
        var found = Known.SelectMany(known => known.Phrases.Select(phrase => (known.Kind, phrase, At: Find(plain, phrase))))
            .Where(match => match.At >= 0).OrderBy(match => match.At).ThenByDescending(match => match.phrase.Length).ToList();
        if (found.Count == 0) return ColumnKind.Unknown;
        // "Mô tả/Biểu mẫu" lists forms, "Trình tự (lưu đồ)" holds the flowchart.
        if (found[0].Kind == ColumnKind.Detail && found.Exists(f => f.Kind == ColumnKind.Output)) return ColumnKind.Output;
        return found[0].Kind == ColumnKind.Title && found.Exists(f => f.Kind == ColumnKind.Flow) ? ColumnKind.Flow : found[0].Kind;
    }

    /// <summary>The unit a header gives to bare numbers below it: "Thời gian (giờ)".</summary>
    internal static string UnitOf(string header) => Unit().Match(PlainWords.Of(header)) is { Success: true } match ? match.Groups[1].Value.Trim() : "";

    private static int Find(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return at;
        }
        return -1;
    }

    /// <summary>What the column is called on screen.</summary>
    public static Text NameOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => new Text("Số thứ tự", "Number"),
        ColumnKind.Title => new Text("Tên bước", "Title"),
        ColumnKind.Flow => new Text("Lưu đồ", "Flowchart"),
        ColumnKind.Detail => new Text("Cách thực hiện", "How it is done"),
        ColumnKind.Responsible => new Text("Trách nhiệm", "Responsible"),
        ColumnKind.Helper => new Text("Phối hợp", "Helps"),
        ColumnKind.Time => new Text("Thời gian", "Time"),
        ColumnKind.Output => new Text("Biểu mẫu, kết quả", "Forms and results"),
        ColumnKind.Note => new Text("Ghi chú", "Notes"),
        _ => new Text("Không rõ", "Unknown"),
    };

    [GeneratedRegex(@"\(\s*(?:so |tinh theo |tinh bang |don vi(?: tinh)?:? ?)?(ngay lam viec|ngay|gio lam viec|gio|phut|h|tuan)\s*\)")]
    private static partial Regex Unit();
}

using IsoE.Documents.Signing.Verification;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Hosting;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Verifies the signatures of PDF files and says of each what was found.</summary>
public sealed class PdfVerifyVerb : IVerb
{
    public string Name => "pdf verify";

    public Text Summary => new("kiểm tra chữ ký số của tệp PDF", "verify the signatures of PDF files");

    public Text Help => new(
        """
        Cách dùng: isoe pdf verify TỆP... [--trust THƯ_MỤC]
        Kiểm tra tính toàn vẹn, thay đổi sau khi ký, chứng thư số, thu hồi, mục đích sử dụng khóa, thuật toán và thời điểm
        của mọi chữ ký, kèm lý do.
          --trust THƯ_MỤC   chứng thư số của các tổ chức tin cậy (.cer, .crt, .pem) và danh sách thu hồi (.crl);
                            mặc định là thư mục trust trong dữ liệu
        Mã thoát: 0 mọi tệp đều có chữ ký và chữ ký hợp lệ; 1 có điều không đạt; 2 dùng sai.
        """,
        """
        Usage: isoe pdf verify FILE... [--trust FOLDER]
        Verifies integrity, changes after signing, certificate, revocation, key usage, algorithms and time of every
        signature, with reasons.
          --trust FOLDER   certificates of trusted authorities (.cer, .crt, .pem) and revocation lists (.crl);
                           the folder trust of the data unless told otherwise
        Exit codes: 0 every file is signed and all signatures are valid; 1 something is not; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var parsed = VerbArguments.Parse(arguments, ["--trust"], []);
        if (parsed.Rest.Count == 0) throw new UsageException(new Text("Thiếu tệp PDF.", "A PDF file is missing."));
        if (parsed.Rest.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new UsageException(new Text($"Không có tệp {missing}.", $"There is no file {missing}."));
        var options = OfficeSettings.Signatures(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        if (parsed.Find("--trust") is { } folder) options = options with { TrustFolder = folder };
        var verify = new VerifySignatures(options, new AttachmentStore(OfficeOptions.Sqlite(Path.GetTempPath())), TimeProvider.System);
        var isGood = true;
        foreach (var path in parsed.Rest)
        {
            var found = await verify.Run(await File.ReadAllBytesAsync(path, cancel), cancel);
            isGood &= found.IsSignedAndValid;
            Tell(terminal, path, found);
        }

        return isGood ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Tell(Terminal terminal, string path, VerifiedPdf found)
    {
        terminal.Say(new Text(path, path));
        foreach (var finding in found.Findings) terminal.Say(Line(finding));
        if (found.Signatures.Count == 0 && found.Findings.Count == 0) terminal.Say(new Text("  Tệp không có chữ ký số.", "  The file has no signature."));
        foreach (var signature in found.Signatures)
        {
            var verdict = SignatureTexts.Of(signature.Verdict);
            terminal.Say(new Text($"  {signature.Field}, {signature.Signer}: {verdict.Vi}", $"  {signature.Field}, {signature.Signer}: {verdict.En}"));
            foreach (var finding in signature.Findings.OrderByDescending(each => each.Grade)) terminal.Say(Line(finding));
        }
    }

    private static Text Line(SignatureFinding finding)
    {
        var mark = finding.Grade switch { FindingGrade.Good => "+", FindingGrade.NotChecked => "?", FindingGrade.Doubtful => "!", _ => "x" };
        var text = SignatureTexts.Of(finding);
        return new Text($"    {mark} {text.Vi}", $"    {mark} {text.En}");
    }
}

using IsoE.Office.Improvement;
using IsoE.Office.Organisation;
using IsoE.Office.Reports;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Writes the history of an agency as an event log.</summary>
public sealed class LogExportVerb : IVerb
{
    public string Name => "log export";

    public Text Summary => new("xuất lịch sử hồ sơ thành nhật ký XES", "export the history as an event log, XES");

    public Text Help => new(
        """
        Cách dùng: isoe log export --xes TỆP --agency MÃ --from NGÀY --to NGÀY [--procedure MÃ] [--KHÓA:CON=GIÁ_TRỊ]...

        Ghi các hồ sơ tiếp nhận trong kỳ (ngày dạng 2026-11-01, tính cả ngày cuối) thành nhật ký XES (IEEE 1849) cho công cụ
        khai phá quy trình. Tên TỆP kết thúc bằng .gz thì được nén. Hồ sơ bảo mật không được xuất. Tệp đã có thì ghi đè.
        Mã thoát: 0 đã ghi; 2 dùng sai.
        """,
        """
        Usage: isoe log export --xes FILE --agency CODE --from DATE --to DATE [--procedure CODE] [--KEY:SUB=VALUE]...

        Writes the dossiers received in the period (dates like 2026-11-01, the last day included) as an event log in XES
        (IEEE 1849) for tools of process mining. A FILE that ends in .gz is packed. Confidential dossiers are left out. A file
        that is there is overwritten.
        Exit codes: 0 written; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var (own, settings) = LogVerbs.Split(arguments);
        var options = VerbArguments.Parse(own, ["--xes", "--agency", "--procedure", "--from", "--to", .. SpokenLanguage.Options], []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest.Count > 0) throw LogVerbs.Unknown("log export", options.Rest[0]);
        var (target, agency, period) = (options.Get("--xes"), options.Get("--agency"), new Period(Day(options, "--from"), Day(options, "--to")));
        await using var office = OfficeArguments.Parse(settings, 0).OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        using var scope = LogVerbs.Enter(office, agency);
        var export = scope.ServiceProvider.GetRequiredService<ExportLog>();
        await using var file = Create(target);
        var count = await export.Run(LogVerbs.Actor(agency, Roles.Qmr), options.Find("--procedure"), period, file, cancel);
        spoken.Say(new Text($"Đã ghi {count} hồ sơ vào {target}.", $"{count} dossiers written to {target}."));
        return ExitCode.Ok;
    }

    private static DateOnly Day(VerbArguments options, string name) =>
        DateOnly.TryParseExact(options.Get(name), "yyyy-MM-dd", out var day) ? day : throw LogVerbs.Unknown(name, options.Get(name));

    private static Stream Create(string target)
    {
        try
        {
            var file = File.Create(target);
            return target.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Optimal)
                : file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new Text($"Không ghi được “{target}”.", $"“{target}” cannot be written."));
        }
    }
}

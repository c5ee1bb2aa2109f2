using System.Globalization;
using System.Text;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Web.Demo;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Runs the sample dossiers through their procedures and shows how each ended.</summary>
public sealed class DemoVerb : IVerb
{
    private static readonly int[] Widths = [8, 24, 10, 34, 10, 12];

    public string Name => "demo";

    public Text Summary => new("chạy thử mọi hồ sơ mẫu và xuất kết quả", "run all sample dossiers and write what comes out");

    public Text Help => new(
        """
        Cách dùng: isoe demo --out THƯ_MỤC
        Chạy mọi hồ sơ mẫu qua quy trình trên một cơ sở dữ liệu tạm với đồng hồ mô phỏng, ghi tài liệu PDF và summary.json
        vào THƯ_MỤC, in bảng kết quả. Mã thoát 1 khi có hồ sơ không kết thúc như dự kiến.
        """,
        """
        Usage: isoe demo --out DIR
        Runs every sample dossier through its procedure on a throw-away database with a simulated clock, writes the PDFs and
        summary.json into DIR and prints a table. The exit code is 1 when a dossier does not end as expected.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(arguments, ["--out"], []);
        if (options.Rest.Count > 0)
            throw new UsageException(new Text($"Không hiểu “{options.Rest[0]}”.", $"“{options.Rest[0]}” is not understood."));
        var output = options.Get("--out");
        var summary = await RunDemo.Run(Path.Combine(AppContext.BaseDirectory, "samples"), output, Progress(terminal), cancel);
        Print(summary, output, terminal);
        return summary.AsExpected == summary.Dossiers ? ExitCode.Ok : ExitCode.Findings;
    }

    /// <summary>A line for every tenth of the way: enough to see that it moves, and readable in a log.</summary>
    private static Action<DemoPhase, int, int> Progress(Terminal terminal)
    {
        var shown = new Dictionary<DemoPhase, int>();
        return (phase, done, all) =>
        {
            var tenths = done * 10 / all;
            if (tenths <= shown.GetValueOrDefault(phase)) return;
            shown[phase] = tenths;
            var what = phase == DemoPhase.Deeds ? new Text("việc", "deeds") : new Text("tài liệu", "papers");
            terminal.Error.WriteLine($"{done}/{all} {what.In(terminal.Language)} ({tenths * 10} %)");
        };
    }

    private static void Print(DemoSummary summary, string output, Terminal terminal)
    {
        Text[] heads = [new("Mẫu", "Sample"), new("Mã hồ sơ", "Code"), new("Thủ tục", "Procedure"), new("Trạng thái", "Status"), new("Kết thúc", "Finished"), new("Đúng hạn", "Timing")];
        terminal.Out.WriteLine(Row([.. heads.Select(h => h.In(terminal.Language))]));
        foreach (var dossier in summary.List) terminal.Out.WriteLine(Row(Cells(dossier, terminal.Language)) + Wrong(dossier, terminal.Language));
        terminal.Out.WriteLine();
        terminal.Say(new Text(
            $"{summary.Dossiers} hồ sơ, {summary.AsExpected} kết thúc như dự kiến; {summary.OnTime} trước và đúng hạn, {summary.Overdue} quá hạn; {summary.Steps} bước; {summary.Pdfs} tệp PDF trong {output}.",
            $"{summary.Dossiers} dossiers, {summary.AsExpected} ended as expected; {summary.OnTime} on time or early, {summary.Overdue} overdue; {summary.Steps} steps; {summary.Pdfs} PDFs in {output}."));
    }

    private static string[] Cells(DemoDossier dossier, string language) =>
    [
        dossier.Sample,
        dossier.Code ?? "-",
        dossier.Procedure,
        dossier.Status is { } status ? $"{status} {NationalStatus.NameOf(status).In(language)}" : "-",
        dossier.FinishedAt is { } at ? VietnamTime.ToLocal(at).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "-",
        dossier.Timing is { } timing ? TimingName(timing).In(language) : "-",
    ];

    private static string Wrong(DemoDossier dossier, string language) => dossier.AsExpected
        ? ""
        : " <- " + (dossier.Problem ?? new Text(
            $"dự kiến trạng thái {dossier.ExpectedStatus}{Timing(dossier.ExpectedTiming, "vi")}",
            $"expected status {dossier.ExpectedStatus}{Timing(dossier.ExpectedTiming, "en")}").In(language));

    private static string Timing(SampleTiming? timing, string language) => timing is { } t ? ", " + TimingName(t).In(language) : "";

    private static Text TimingName(SampleTiming timing) => timing switch
    {
        SampleTiming.Early => new Text("trước hạn", "early"),
        SampleTiming.OnTime => new Text("đúng hạn", "on time"),
        _ => new Text("quá hạn", "overdue"),
    };

    private static string Row(string[] cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++) row.Append(cells[i].PadRight(Widths[i])).Append(' ');
        return row.ToString().TrimEnd();
    }
}

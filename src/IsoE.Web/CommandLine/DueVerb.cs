using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Computes due dates with the national calendar and the common hours of Ho Chi Minh City. Needs no database.</summary>
public sealed class DueVerb : IVerb
{
    public string Name => "due";

    public Text Summary => new("tính hạn giải quyết và giải thích", "compute due dates and explain them");

    public Text Help => new(
        """
        Cách dùng: isoe due --received THỜI_ĐIỂM --limit THỜI_HẠN [--pause TỪ/ĐẾN]... [--explain] [--language vi|en]
                   isoe due --batch TỆP

        THỜI_ĐIỂM  giờ Việt Nam: 2026-08-18T09:30 hoặc "2026-08-18 09:30"
        THỜI_HẠN   7wd ngày làm việc, 30d ngày, 12h giờ làm việc, 30m phút làm việc, sameday trong ngày
        TỪ/ĐẾN     tạm dừng, có thể lặp lại; chỉ ghi ngày thì hiểu là 00:00 của ngày đó
        --explain  in thêm cách tính: ngày được tính, ngày không tính và lý do, tạm dừng, căn cứ
        --batch    mỗi dòng: thời điểm tiếp nhận, thời hạn, các lần tạm dừng nối bằng “;”, cách nhau bằng tab; “-” là đầu vào chuẩn

        In mỗi kết quả một dòng dạng yyyy-MM-ddTHH:mm. Dòng sai được in là “error: …” và mã thoát là 1.
        """,
        """
        Usage: isoe due --received LOCAL --limit LIMIT [--pause FROM/TO]... [--explain] [--language vi|en]
               isoe due --batch FILE

        LOCAL      time in Viet Nam: 2026-08-18T09:30 or "2026-08-18 09:30"
        LIMIT      7wd working days, 30d calendar days, 12h working hours, 30m working minutes, sameday
        FROM/TO    a pause, may be repeated; a date alone means 00:00 of that day
        --explain  also print the reckoning: days counted, days skipped and why, pauses, legal basis
        --batch    a line each: received, limit, pauses joined by ";", separated by tabs; "-" is the standard input

        Prints one yyyy-MM-ddTHH:mm a line. A bad line is printed as "error: …" and the exit code is 1.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var options = VerbArguments.Parse(
            arguments, [.. SpokenLanguage.Options, "--received", "--limit", "--pause", "--batch"], ["--explain"]);
        if (options.Rest.Count > 0)
            throw new UsageException(new Text($"Không hiểu “{options.Rest[0]}”.", $"“{options.Rest[0]}” is not understood."));
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Find("--batch") is { } file) return await RunBatch(file, options, spoken, cancel);
        Answer(ReadRequest(options), options.Has("--explain"), spoken);
        return ExitCode.Ok;
    }

    private static DueRequest ReadRequest(VerbArguments options)
    {
        try
        {
            return DueRequest.Read(options.Get("--received"), options.Get("--limit"), options.All("--pause"));
        }
        catch (RejectedException unreadable)
        {
            throw new UsageException(unreadable.Reason);
        }
    }

    private static DeadlineCalculator Deadlines() => new(NationalCalendar.Instance);

    private static void Answer(DueRequest request, bool explain, Terminal terminal)
    {
        if (!explain)
        {
            terminal.Out.WriteLine(LocalTimes.Write(Deadlines().DueAt(request.ReceivedAt, request.Limit, request.Pauses)));
            return;
        }
        var explained = Deadlines().Explain(request.ReceivedAt, request.Limit, request.Pauses);
        terminal.Out.WriteLine(LocalTimes.Write(explained.DueAt));
        foreach (var line in explained.Lines) terminal.Say(line.Text);
    }

    private static async Task<int> RunBatch(string file, VerbArguments options, Terminal terminal, CancellationToken cancel)
    {
        string[] alone = ["--received", "--limit", "--pause"];
        if (options.Has("--explain") || alone.Any(option => options.All(option).Count > 0))
            throw new UsageException(new Text(
                "--batch không đi cùng --received, --limit, --pause và --explain.",
                "--batch does not go together with --received, --limit, --pause and --explain."));
        return await new DueBatch(Deadlines(), terminal).Run(file, cancel);
    }
}

using System.Globalization;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Storage.Migrations;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Brings an event log from outside into an agency.</summary>
public sealed class LogImportVerb : IVerb
{
    private static readonly string[] Options = ["--agency", "--name", "--map", "--dates", "--encoding", "--separator", .. SpokenLanguage.Options];

    public string Name => "log import";

    public Text Summary => new("nhập nhật ký sự kiện CSV hoặc XES", "import an event log, CSV or XES");

    public Text Help => new(
        """
        Cách dùng: isoe log import TỆP --agency MÃ [--map TRƯỜNG=CỘT]... [--KHÓA:CON=GIÁ_TRỊ]...

        Nhập nhật ký sự kiện vào cơ quan, để xem sơ đồ thực tế và đối chiếu với quy trình. Tệp nén gzip cũng được.
          --name       tên gọi; mặc định là tên tệp
          --map        với CSV: cột nào ghi gì, có thể lặp lại; không nêu thì lấy theo tiêu đề cột. Các trường: case, activity,
                       at (hoàn thành), start, resource, group, role, transition, instance, deadline, end; “end=” là không có cột đó
          --dates      dmy (mặc định theo dữ liệu), mdy, ymd
          --encoding   utf-8, utf-16, windows-1258
          --separator  dấu phân cách cột
        In số trường hợp, số sự kiện, tỷ lệ đúng hạn và những gì đã sửa hoặc bỏ qua.
        Mã thoát: 0 đã nhập; 1 tệp bị từ chối; 2 dùng sai.
        """,
        """
        Usage: isoe log import FILE --agency CODE [--map FIELD=COLUMN]... [--KEY:SUB=VALUE]...

        Imports an event log into an agency, to see how work really went and to compare it with a procedure. A file packed by
        gzip will do.
          --name       what to call it; the name of the file by default
          --map        for CSV: which column says what, may be repeated; what is not named is guessed from the headings. Fields:
                       case, activity, at (completion), start, resource, group, role, transition, instance, deadline, end;
                       “end=” means there is no such column
          --dates      dmy, mdy, ymd; guessed by default
          --encoding   utf-8, utf-16, windows-1258
          --separator  what stands between columns
        Prints cases, events, the share on time, and what was set right or left out.
        Exit codes: 0 imported; 1 the file was refused; 2 bad usage.
        """);

    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        var (own, settings) = LogVerbs.Split(arguments);
        var options = VerbArguments.Parse(own, Options, []);
        var spoken = SpokenLanguage.In(options, terminal);
        if (options.Rest is not [var file]) throw new UsageException(new Text("Hãy nêu đúng một tệp nhật ký.", "Name exactly one log."));
        if (!File.Exists(file)) throw new UsageException(new Text($"Không có tệp “{file}”.", $"There is no file “{file}”."));
        await using var office = OfficeArguments.Parse(settings, 0).OpenOffice();
        await office.Services.GetRequiredService<DatabaseSchema>().RequireCurrent(cancel);
        using var scope = LogVerbs.Enter(office, options.Get("--agency"));
        var actor = LogVerbs.Actor(options.Get("--agency"), Roles.Qmr);
        await using var content = File.OpenRead(file);
        var row = await scope.ServiceProvider.GetRequiredService<BringLog>().Run(actor, content, file, options.Find("--name"), cancel);
        try
        {
            row = await scope.ServiceProvider.GetRequiredService<ReadLog>().Run(actor, row.Id, Columns(row.ReadColumns(), options), cancel);
        }
        catch
        {
            await scope.ServiceProvider.GetRequiredService<ImportedLogs>().Remove(actor, row.Id, CancellationToken.None);
            throw;
        }

        foreach (var line in Told(row)) spoken.Say(line);
        return ExitCode.Ok;
    }

    private static LogColumns? Columns(LogColumns? guess, VerbArguments options)
    {
        if (guess is null) return null;
        foreach (var map in options.All("--map"))
        {
            var (field, column) = map.Split('=', 2) is [var name, var given] ? (name, given.Length == 0 ? null : given) : throw LogVerbs.Unknown("--map", map);
            guess = field switch
            {
                "case" => guess with { Case = column },
                "activity" => guess with { Activity = column },
                "at" => guess with { At = column },
                "start" => guess with { StartedAt = column },
                "resource" => guess with { Resource = column },
                "group" => guess with { Group = column },
                "role" => guess with { Role = column },
                "transition" => guess with { Transition = column },
                "instance" => guess with { Instance = column },
                "deadline" => guess with { DeadlineAt = column },
                "end" => guess with { EndedAt = column },
                _ => throw LogVerbs.Unknown("--map", map),
            };
        }

        return guess with
        {
            Encoding = options.Find("--encoding") ?? guess.Encoding,
            Separator = options.Find("--separator") is { Length: > 0 } mark ? (mark is "\\t" ? '\t' : mark[0]) : guess.Separator,
            Dates = options.Find("--dates") switch
            {
                null => guess.Dates,
                "dmy" => DateOrder.DayFirst,
                "mdy" => DateOrder.MonthFirst,
                "ymd" => DateOrder.YearFirst,
                var other => throw LogVerbs.Unknown("--dates", other),
            },
        };
    }

    private static IEnumerable<Text> Told(ImportedLogRow row)
    {
        var share = row.OnTimeShare is { } known ? known.ToString("0.0 %", CultureInfo.InvariantCulture) : "–";
        yield return new Text(
            $"{row.Name}: {row.Cases} trường hợp, {row.Events} sự kiện; đúng hạn {row.OnTime}/{row.Promised} ({share.Replace('.', ',')}), chưa kết thúc {row.Open}.",
            $"{row.Name}: {row.Cases} cases, {row.Events} events; on time {row.OnTime}/{row.Promised} ({share}), open {row.Open}.");
        foreach (var note in ImportWords.Of(row.ReadNotes())) yield return note;
    }
}

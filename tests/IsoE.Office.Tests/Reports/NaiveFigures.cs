using System.Globalization;
using System.Text.Json.Nodes;
using IsoE.Office.Calendars;
using IsoE.Office.Reports;
using IsoE.Office.Storage;

namespace IsoE.Office.Tests.Reports;

/// <summary>
/// The figures of the reports a second time: from the raw rows of the history alone, a dossier after the other, with no
/// row, event type or rule of the product but its working calendar. Slow and plain on purpose.
/// </summary>
internal sealed class NaiveFigures(IReadOnlyList<HistoryRow> history, Period period, WorkingCalendar calendar, Func<string, int, (string Field, string Unit)> procedureOf)
{
    private static readonly string[] Ends = ["DossierRefused", "DossierStopped", "WithdrawalConfirmed", "DossierSuperseded", "ResultIssued"];

    /// <summary>Codes of the dossiers behind each figure, by column, group and key.</summary>
    public Dictionary<(string Column, string? By, string? Key), List<string>> All()
    {
        var figures = new Dictionary<(string, string?, string?), List<string>>();
        foreach (var rows in history.GroupBy(row => row.InstanceId))
            if (Life([.. rows.OrderBy(row => row.Sequence)]) is { } life)
                foreach (var column in ColumnsOf(life))
                {
                    Put(column, null, null);
                    foreach (var (by, key) in PartsOf(life, column)) Put(column, by, key);

                    void Put(string of, string? by, string? key)
                    {
                        if (!figures.TryGetValue((of, by, key), out var codes)) figures[(of, by, key)] = codes = [];
                        codes.Add(life.Code);
                    }
                }
        foreach (var codes in figures.Values) codes.Sort(StringComparer.Ordinal);
        return figures;
    }

    /// <summary>Working minutes of every task completed in the period, by procedure and step.</summary>
    public Dictionary<(string, string), List<int>> Steps()
    {
        var steps = new Dictionary<(string, string), List<int>>();
        foreach (var rows in history.GroupBy(row => row.InstanceId).Select(rows => rows.OrderBy(row => row.Sequence).ToList()))
        {
            if (Life(rows) is not { } life) continue;
            foreach (var (step, from, to, _) in TasksOf(rows).Where(task => task.To is { } done && period.Contains(done)))
            {
                if (!steps.TryGetValue((life.Procedure, step), out var minutes)) steps[(life.Procedure, step)] = minutes = [];
                minutes.Add(calendar.WorkingMinutes(from, to!.Value));
            }
        }

        return steps;
    }

    /// <summary>Codes of the internal dossiers behind each number of the table of internal procedures, by procedure and column.</summary>
    public Dictionary<(string Procedure, string Column), List<string>> Quality()
    {
        var figures = new Dictionary<(string, string), List<string>>();
        foreach (var rows in history.GroupBy(row => row.InstanceId).Select(rows => rows.OrderBy(row => row.Sequence).ToList()))
        {
            if (rows.Find(row => row.Type == "InternalDossierOpened") is not { } opened || opened.At >= period.End) continue;
            var finished = rows.LastOrDefault(row => Ends.Contains(row.Type))?.At;
            if (finished < period.Start) continue;
            var promised = rows.Select(row => row.Type == "InternalDossierOpened" ? Moment(Data(row)["promisedAt"]) : row.Type == "PromisedDateMoved" ? Moment(Data(row)["originalTo"]) : null).LastOrDefault(at => at is not null);
            if (opened.At >= period.Start) Put("opened");
            Put(finished < period.End ? "finished" : "open");
            if ((finished < period.End ? finished : period.End) > promised) Put("late");

            void Put(string column)
            {
                var key = ((string)Data(opened)["procedureCode"]!, column);
                if (!figures.TryGetValue(key, out var codes)) figures[key] = codes = [];
                codes.Add((string)Data(opened)["code"]!);
            }
        }

        foreach (var codes in figures.Values) codes.Sort(StringComparer.Ordinal);
        return figures;
    }

    /// <summary>The progress group of the index of QĐ 766: 20 points for the share that is not overdue.</summary>
    public decimal? Progress()
    {
        var (all, late) = (Of("received"), Of("late"));
        return all == 0 ? null : Math.Round(20m * (all - late) / all, 2);
    }

    /// <summary>The online group: min(2; 2A/0.8) + 4B + min(6; 6C/0.5).</summary>
    /// <param name="offered">Codes of the procedures of applicants in force, and whether each can be handed in online.</param>
    public decimal? Online(IReadOnlyDictionary<string, bool> offered)
    {
        var (online, direct) = (Of("online"), Of("direct"));
        if (online + direct == 0) return null;
        var open = offered.Where(each => each.Value).Select(each => each.Key).ToList();
        var used = open.Count(code => All().ContainsKey(("online", "procedure", code)));
        return Math.Round(
            Math.Min(2, 2m * open.Count / offered.Count / 0.8m) + (4m * used / open.Count) + Math.Min(6, 6m * online / (online + direct) / 0.5m), 2);
    }

    /// <summary>The satisfaction group: a third of 18 for marks of 4 and 5, full at 90 %, and two thirds in full; null below five answers.</summary>
    public decimal? Satisfaction()
    {
        var answers = history.Where(row => row.Type == "SurveyAnswered" && row.At >= period.Start && row.At < period.End).Select(Data).ToList();
        if (answers.Count < 5) return null;
        var marks = answers.SelectMany(answer => new[] { "access", "procedure", "staff", "result", "feedback" }.Select(name => (int?)answer["marks"]![name])).OfType<int>().ToList();
        return Math.Round((6m * Math.Min(1, (decimal)marks.Count(mark => mark >= 4) / marks.Count / 0.9m)) + 12, 2);
    }

    /// <summary>Codes of the dossiers whose applicants answered in the period.</summary>
    public List<string> Answered() =>
    [
        .. history.Where(row => row.Type == "SurveyAnswered" && row.At >= period.Start && row.At < period.End)
            .Select(answer => history.Single(row => row.Type == "DossierReceived" && $"survey-{row.InstanceId}" == answer.InstanceId))
            .Select(received => (string)Data(received)["code"]!).Order(StringComparer.Ordinal),
    ];

    private int Of(string column) => All().GetValueOrDefault((column, null, null))?.Count ?? 0;

    private NaiveLife? Life(List<HistoryRow> rows)
    {
        if (rows.Find(row => row.Type == "DossierReceived") is not { } received) return null;
        var dossier = Data(received);
        if (dossier["parentInstanceId"] is not null) return null;
        if (rows.Find(row => row.Type == "DossierAccepted")?.At is not { } accepted || accepted >= period.End) return null;
        var finished = rows.LastOrDefault(row => Ends.Contains(row.Type))?.At ?? rows.Find(row => row.Type == "ResultReturned")?.At;
        if (finished < period.Start) return null;
        var promised = rows.Select(row => row.Type switch
        {
            "DossierAccepted" => Moment(Data(row)["promisedAt"]),
            "PromisedDateMoved" => Moment(Data(row)["originalTo"]),
            "TermProlonged" => Moment(Data(row)["to"]),
            _ => null,
        }).LastOrDefault(at => at is not null);
        var version = (int)dossier["procedureVersion"]!;
        var (field, unit) = procedureOf((string)dossier["procedureCode"]!, version);
        return new NaiveLife(
            (string)dossier["code"]!, (string)dossier["procedureCode"]!, field, unit, (string)dossier["channel"]! == "Online", accepted, finished, promised,
            FinishFor(rows, finished), rows.Count(row => row.Type == "SupplementRequested"),
            rows.LastOrDefault(row => row.Type == "ExtensionGranted") is { } apology ? (string)Data(apology)["reason"]! : null,
            TasksOf(rows).Where(task => task.Role == "specialist" && task.To < period.End).Select(task => rows.First(row => row.Type == "ActivityResumed" && row.At == task.To).ActorId).LastOrDefault() ?? "");
    }

    /// <summary>R-12: finished, else the first request for a supplement while it is waited for, else the end of the period.</summary>
    private DateTimeOffset FinishFor(List<HistoryRow> rows, DateTimeOffset? finished)
    {
        if (finished < period.End) return finished.Value;
        var asked = rows.Where(row => row.Type == "SupplementRequested").ToList();
        var waits = asked.Count == 1 && finished is null && !rows.Exists(row => row.Sequence > asked[0].Sequence && row.Type is "SupplementReceived" or "ClockResumed" && row.Sequence > asked[0].Sequence);
        return waits ? asked[0].At : period.End.AddTicks(-1);
    }

    private IEnumerable<string> ColumnsOf(NaiveLife life)
    {
        yield return "received";
        if (life.AcceptedAt < period.Start) yield return "carried";
        else yield return life.IsOnline ? "online" : "direct";
        if (life.AcceptedAt >= period.Start && life.Supplements > 0) yield return "supplemented";
        var settled = life.FinishedAt < period.End;
        var (finish, promised) = (VietnamTime.DateOf(life.Finish), life.PromisedAt is { } at ? VietnamTime.DateOf(at) : (DateOnly?)null);
        yield return settled ? "settled" : "open";
        yield return finish > promised ? "late" : "in-time";
        yield return settled
            ? finish > promised ? "overdue" : finish < promised ? "early" : "on-time"
            : finish > promised ? "open-overdue" : "open-in-time";
    }

    private IEnumerable<(string By, string Key)> PartsOf(NaiveLife life, string column)
    {
        yield return ("field", life.Field);
        yield return ("procedure", life.Procedure);
        yield return ("unit", life.Unit);
        yield return ("officer", life.Officer);
        yield return ("month", VietnamTime.DateOf(life.Finish).ToString("yyyy-MM", CultureInfo.InvariantCulture));
        if (column is not ("late" or "overdue" or "open-overdue")) yield break;
        yield return ("reason", life.Reason ?? "");
        var days = 0;
        for (var day = VietnamTime.DateOf(life.PromisedAt!.Value).AddDays(1); day <= VietnamTime.DateOf(life.Finish); day = day.AddDays(1))
            if (calendar.IsWorkingDay(day)) days++;
        yield return ("age", days <= 3 ? "1-3" : days <= 7 ? "4-7" : days <= 15 ? "8-15" : days <= 30 ? "16-30" : "31+");
    }

    private static IEnumerable<(string Step, DateTimeOffset From, DateTimeOffset? To, string Role)> TasksOf(List<HistoryRow> rows)
    {
        foreach (var row in rows.Where(row => row.Type == "ActivitySuspended"))
        {
            var bookmark = Data(row)["bookmark"]!;
            if ((string?)bookmark["wait"]!["kind"] != "userTask") continue;
            var done = rows.Find(other => other.Type == "ActivityResumed" && (string?)Data(other)["bookmarkId"] == (string?)bookmark["id"]);
            yield return ((string)bookmark["activityId"]!, row.At, done?.At, (string)bookmark["wait"]!["role"]!);
        }
    }

    private static JsonNode Data(HistoryRow row) => JsonNode.Parse(row.Data)!;

    private static DateTimeOffset? Moment(JsonNode? node) => node is null ? null : DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture);

    private sealed record NaiveLife(
        string Code, string Procedure, string Field, string Unit, bool IsOnline, DateTimeOffset AcceptedAt, DateTimeOffset? FinishedAt, DateTimeOffset? PromisedAt, DateTimeOffset Finish,
        int Supplements, string? Reason, string Officer);
}

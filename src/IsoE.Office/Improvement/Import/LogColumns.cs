using IsoE.Workflows;

namespace IsoE.Office.Improvement.Import;

/// <summary>In which order a date gives day, month and year.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>How a table of events is to be read: which column says what, by its heading; null for a column the table lacks.</summary>
/// <param name="At">When the activity was completed.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Transition">Lifecycle of IEEE 1849; without it every row is a completion.</param>
/// <param name="DeadlineAt">Until when the case was to end.</param>
/// <param name="EndedAt">When the case ended; with it, a case where it is empty is still open.</param>
/// <param name="Separator">The character between columns.</param>
/// <param name="Encoding">Name of the encoding: <c>utf-8</c>, <c>utf-16</c>, <c>windows-1258</c>.</param>
public sealed record LogColumns(
    string? Case,
    string? Activity,
    string? At,
    string? StartedAt,
    string? Resource,
    string? Group,
    string? Role,
    string? Transition,
    string? Instance,
    string? DeadlineAt,
    string? EndedAt,
    char Separator,
    string Encoding,
    DateOrder Dates)
{
    private static readonly string[] CaseNames = ["case concept name", "case id", "caseid", "case", "ma ho so", "so ho so", "ma truong hop", "trace", "dossier"];
    private static readonly string[] ActivityNames = ["concept name", "activity", "hoat dong", "ten buoc", "buoc", "cong viec", "task", "step", "event"];
    private static readonly string[] AtNames =
        ["time timestamp", "complete timestamp", "complete time", "completed at", "end time", "end timestamp", "timestamp", "thoi diem hoan thanh", "hoan thanh", "ket thuc", "thoi diem", "thoi gian", "time", "date"];
    private static readonly string[] StartNames = ["start timestamp", "start time", "started at", "thoi diem bat dau", "bat dau", "start"];
    private static readonly string[] ResourceNames = ["org resource", "resource", "nguoi thuc hien", "can bo", "user", "performer", "person"];
    private static readonly string[] GroupNames = ["org group", "don vi", "phong ban", "phong", "unit", "department", "group"];
    private static readonly string[] RoleNames = ["org role", "vai tro", "role"];
    private static readonly string[] TransitionNames = ["lifecycle transition", "lifecycle", "transition"];
    private static readonly string[] InstanceNames = ["concept instance", "event id", "task id", "instance"];
    private static readonly string[] DeadlineNames = ["case deadline", "deadline", "hen tra", "ngay hen tra", "han xu ly", "han", "due date", "due"];
    private static readonly string[] EndNames = ["case enddate", "case end", "enddate", "ngay ket thuc", "ngay tra"];

    /// <summary>What the headings and the first rows suggest; a person confirms it.</summary>
    internal static LogColumns Guess(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, char separator, string encoding)
    {
        var free = headings.Where(heading => heading.Length > 0).ToList();
        // The narrow names first: "case deadline" must not be taken for the case.
        var deadline = Take(DeadlineNames);
        var end = Take(EndNames);
        var @case = Take(CaseNames);
        var instance = Take(InstanceNames);
        var activity = Take(ActivityNames);
        var start = Take(StartNames);
        var at = Take(AtNames);
        var guess = new LogColumns(
            @case, activity, at, start, Take(ResourceNames), Take(GroupNames), Take(RoleNames), Take(TransitionNames), instance, deadline, end, separator, encoding, DateOrder.DayFirst);
        var moments = headings.Select((heading, place) => (heading, place)).Where(each => each.heading == at || each.heading == start || each.heading == deadline).Select(each => each.place).ToList();
        return guess with { Dates = LogMoment.OrderOf(rows.SelectMany(row => moments.Where(place => place < row.Count).Select(place => row[place]))) };

        string? Take(string[] names)
        {
            var found = names.Select(name => free.Find(heading => Plain(heading) == name)).FirstOrDefault(heading => heading is not null)
                ?? names.Select(name => free.Find(heading => Plain(heading).Split(' ').Contains(name))).FirstOrDefault(heading => heading is not null);
            if (found is not null) free.Remove(found);
            return found;
        }
    }

    /// <exception cref="RejectedException"><c>log-column-missing</c>, a sentence for each column that is not chosen, or not in the table.</exception>
    internal void Check(IReadOnlyList<string> headings)
    {
        var missing = new Dictionary<string, Text>();
        foreach (var (field, column, name) in new[]
        {
            (nameof(Case), Case, new Text("mã trường hợp", "the case")),
            (nameof(Activity), Activity, new Text("hoạt động", "the activity")),
            (nameof(At), At, new Text("thời điểm hoàn thành", "the time of completion")),
        })
            if (column is null) missing[field] = new Text($"Chọn cột ghi {name.Vi}.", $"Choose the column that gives {name.En}.");
        foreach (var (field, column) in All())
            if (column is not null && !headings.Contains(column))
                missing[field] = new Text($"Tệp không có cột “{column}”. Các cột: {string.Join(", ", headings)}.", $"The file has no column “{column}”. Its columns: {string.Join(", ", headings)}.");
        if (missing.Count > 0) throw new RejectedException("log-column-missing", missing.First().Value) { Fields = missing };
    }

    internal IEnumerable<(string Field, string? Column)> All() =>
    [
        (nameof(Case), Case), (nameof(Activity), Activity), (nameof(At), At), (nameof(StartedAt), StartedAt), (nameof(Resource), Resource), (nameof(Group), Group),
        (nameof(Role), Role), (nameof(Transition), Transition), (nameof(Instance), Instance), (nameof(DeadlineAt), DeadlineAt), (nameof(EndedAt), EndedAt),
    ];

    private static string Plain(string heading) => string.Join(
        ' ', VietnameseText.Plain(heading).ToLowerInvariant().Split([' ', '_', ':', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries));
}

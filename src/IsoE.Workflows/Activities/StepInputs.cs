using System.Globalization;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>The inputs that user tasks, waits and sub-procedures share, and how they are read.</summary>
internal static class StepInputs
{
    private static readonly string[] ClockValues = [Clocks.Counts, Clocks.Pauses, Clocks.Outside];

    public static readonly string[] MilestoneValues =
        [Milestones.Accepted, Milestones.Prolonged, Milestones.Refused, Milestones.Stopped, Milestones.Settled, Milestones.Returned];

    public static readonly InputDescriptor Title = new(
        "title", "String", new("tên bước", "title"), new("Tên bước bằng tiếng Việt.", "Name of the step in Vietnamese."), Required: true);

    public static readonly InputDescriptor TitleEn = new(
        "titleEn", "String", new("tên bước (tiếng Anh)", "title in English"), new("Tên bước bằng tiếng Anh.", "Name of the step in English."));

    public static readonly InputDescriptor About = new(
        "about", "String", new("về việc", "about"), new("Việc cụ thể, hiện sau tên bước.", "What it is about this time, shown behind the title."));

    public static readonly InputDescriptor Limit = new(
        "timeLimit", "String", new("thời hạn", "time limit"), new("30m, 4h, 2wd, 7d hoặc sameday.", "30m, 4h, 2wd, 7d or sameday."), UiHint: "isoe-duration");

    public static readonly InputDescriptor DueOn = new(
        "dueOn", "String", new("ngày phải xong", "due on"), new("Ngày (yyyy-MM-dd) phải xong, thay cho thời hạn.", "The day (yyyy-MM-dd) it has to be done by, in place of a time limit."));

    public static readonly InputDescriptor Clock = new(
        "clock", "String", new("đồng hồ", "clock"), new("Thời gian của bước tính vào hồ sơ, tạm dừng hay nằm ngoài.", "Whether the step counts, pauses the dossier or is outside its time."), UiHint: "dropdown", Options: ClockValues, Default: Clocks.Counts);

    public static readonly InputDescriptor WaitsFor = new(
        "waitsFor", "String", new("lý do tạm dừng", "reason of the pause"), new("Bắt buộc khi đồng hồ tạm dừng.", "Required when the clock pauses."), UiHint: "dropdown", Options: Pauses.All);

    public static readonly InputDescriptor Form = new(
        "form", "String", new("biểu mẫu", "form"), new("Mã biểu mẫu nhập liệu.", "Id of the form to be filled in."), UiHint: "isoe-form");

    public static readonly InputDescriptor Record = new(
        "record", "String", new("hồ sơ chất lượng", "record"), new("Mã hồ sơ bước này để lại.", "Code of the record the step leaves."));

    public static readonly InputDescriptor OnTimeout = new(
        "onTimeout", "String", new("khi hết hạn", "on timeout"), new("warn, escalate hoặc một kết quả của bước.", "warn, escalate, or one of the outcomes."), Default: Timeouts.Warn);

    public static readonly InputDescriptor Milestone = new(
        "milestone", "String", new("mốc", "milestone"), new("Mốc hồ sơ đạt được.", "What the dossier reaches."), UiHint: "dropdown", Options: MilestoneValues);

    public static readonly OutputDescriptor Result = new(
        "result", "Object", new("kết quả", "result"), new("Kết quả và các trường đã nhập: outcome, by, at, ...", "The outcome and the fields entered: outcome, by, at, ..."));

    /// <summary>The step's title in both languages.</summary>
    public static Text TitleOf(ActivityRun run) => run.Bilingual("title", "titleEn") ?? throw run.Missing("title");

    /// <exception cref="ActivityFailedException">The text is not a time limit.</exception>
    public static string? LimitOf(ActivityRun run) =>
        run.Text("timeLimit") is not { } text ? null
        : TimeLimit.TryParse(text, out var limit) ? limit.ToString()
        : throw Wrong(run, "timeLimit", text, "30m, 4h, 2wd, 7d, sameday");

    /// <exception cref="ActivityFailedException">The text is not a day.</exception>
    public static string? DayOf(ActivityRun run) =>
        run.Text("dueOn") is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw Wrong(run, "dueOn", text, "yyyy-MM-dd");

    /// <summary>The clock and, exactly when it pauses, the reason.</summary>
    public static (string Clock, string? WaitsFor) ClockOf(ActivityRun run)
    {
        var clock = OneOf(run, "clock", ClockValues) ?? Clocks.Counts;
        var waitsFor = OneOf(run, "waitsFor", Pauses.All);
        return clock != Clocks.Pauses ? (clock, null)
            : waitsFor is null ? throw run.Missing("waitsFor")
            : (clock, waitsFor);
    }

    /// <summary>The input, if given, which must be one of <paramref name="allowed"/>.</summary>
    public static string? OneOf(ActivityRun run, string input, IReadOnlyList<string> allowed) =>
        run.Text(input) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw Wrong(run, input, text, string.Join(", ", allowed));

    private static ActivityFailedException Wrong(ActivityRun run, string input, string text, string allowed) =>
        new("input-invalid", new Text(
            $"Bước “{run.Activity.Id}”: “{input}” không nhận “{text}”; chỉ nhận {allowed}.",
            $"Activity “{run.Activity.Id}”: “{input}” cannot be “{text}”; it takes {allowed}."));

    public static readonly InputDescriptor OutcomeLabels =
        new("outcomeLabels", "ObjectDictionary", new("nhãn kết quả", "outcome labels"), new("Mã kết quả với tên {vi, en}.", "Outcome id to its name {vi, en}."), UiHint: "json-editor");
}

using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>The inputs of an activity as people read them.</summary>
internal static class InputWords
{
    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        [Clocks.Counts] = new("tính vào thời hạn", "counts"),
        [Clocks.Pauses] = new("tạm dừng thời hạn", "pauses the clock"),
        [Clocks.Outside] = new("nằm ngoài thời hạn", "outside the time limit"),
        [Pauses.Supplement] = new("chờ bổ sung hồ sơ", "for the supplement"),
        [Pauses.Payment] = new("chờ nộp phí, lệ phí", "for the payment"),
        [Pauses.Applicant] = new("chờ người nộp hồ sơ", "for the applicant"),
        [Pauses.Agency] = new("chờ cơ quan khác", "for another agency"),
        [Timeouts.Warn] = new("nhắc việc", "remind"),
        [Timeouts.Escalate] = new("báo lên cấp trên", "escalate"),
        [Milestones.Accepted] = new("hồ sơ được tiếp nhận", "accepted"),
        [Milestones.Refused] = new("hồ sơ bị từ chối", "refused"),
        [Milestones.Stopped] = new("dừng giải quyết", "stopped"),
        [Milestones.Settled] = new("có kết quả", "settled"),
        [Milestones.Returned] = new("đã trả kết quả", "returned"),
        ["WaitAll"] = new("chờ đủ các nhánh", "waits for all branches"),
        ["WaitAllActive"] = new("chờ đủ các nhánh đang chạy", "waits for all active branches"),
        ["WaitAny"] = new("lấy nhánh đến trước", "takes the first branch"),
    };

    /// <summary>A code that has a name; others are shown as they are.</summary>
    public static Text Word(string code) => Words.GetValueOrDefault(code) ?? Say.Quoted(Say.Plain(code));

    /// <summary>The value as the definition gives it; null when it gives none.</summary>
    public static Text? Value(Activity? activity, string input) =>
        activity?.Inputs.GetValueOrDefault(input) is { } given ? Value(given) : null;

    public static Text? Value(ActivityInput given) => given.Kind switch
    {
        ExpressionKind.JavaScript => Say.Plain($"= {given.JavaScript!.Source}"),
        ExpressionKind.Variable => new Text($"biến “{given.Reference}”", $"variable “{given.Reference}”"),
        ExpressionKind.Input => new Text($"dữ liệu vào “{given.Reference}”", $"input “{given.Reference}”"),
        _ => Value(given.Value),
    };

    public static Text? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? Say.Quoted(Say.Plain(text)) : null,
        JsonValueKind.True => new Text("có", "yes"),
        JsonValueKind.False => new Text("không", "no"),
        JsonValueKind.Array when value.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String) =>
            Say.Plain(string.Join(", ", value.EnumerateArray().Select(i => i.GetString()))),
        _ => Say.Plain(Values.ToJson(value)),
    };

    /// <summary>A text with its English, from an input and the one named after it with <c>En</c>; null when it is not a literal.</summary>
    public static Text? Bilingual(Activity? activity, string input) => activity?.LiteralText(input) is { } vi
        ? new Text(vi, activity.LiteralText(input + "En") ?? vi)
        : null;

    /// <summary>The conditions of a decision, one after the other.</summary>
    public static Text? Conditions(Activity? activity) => activity is null ? null
        : activity.Cases.Count > 0
            ? Say.Joined(activity.Cases.Select(c => new Text($"{c.Label} khi {Value(c.Condition)?.Vi}", $"{c.Label} if {Value(c.Condition)?.En}")), "; ")
        : Value(activity, "condition");

    /// <summary>What the dossier's clock does at the step, and what it waits for.</summary>
    public static Text? Clock(Activity? activity)
    {
        if (activity is null) return null;
        var clock = Word(activity.LiteralText("clock") ?? Clocks.Counts);
        return activity.LiteralText("waitsFor") is { } reason
            ? new Text($"{clock.Vi} ({Word(reason).Vi})", $"{clock.En} ({Word(reason).En})")
            : clock;
    }

    /// <summary>How branches meet at the activity.</summary>
    public static Text? Meeting(Activity? activity) => activity is null ? null
        : activity.Type.TypeName == "Elsa.FlowJoin" ? Word(activity.LiteralText("mode") ?? "WaitAny")
        : activity.Type.MergeModeOf(activity) switch
        {
            MergeMode.Merge => new Text("chờ đủ các nhánh đi tới", "waits for all forward branches"),
            MergeMode.Converge => new Text("chờ đủ mọi nhánh, kể cả quay lại", "waits for all branches, backward ones too"),
            MergeMode.Cascade => new Text("chạy một lần cho mỗi nhánh", "runs once for each branch"),
            MergeMode.Race => new Text("lấy nhánh đến trước", "takes the first branch"),
            _ => new Text("chạy khi có nhánh đến", "runs when a branch arrives"),
        };
}

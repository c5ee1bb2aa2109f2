using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>How <c>FlowSwitch</c> and <c>Switch</c> treat several cases that match.</summary>
internal static class SwitchMode
{
    public const string MatchFirst = "MatchFirst";
    public const string MatchAny = "MatchAny";

    public static readonly InputDescriptor Input = new(
        "mode",
        "String",
        new("cách chọn", "mode"),
        new("Chỉ trường hợp đúng đầu tiên, hay mọi trường hợp đúng.", "Only the first case that matches, or all."),
        UiHint: "dropdown",
        Options: [MatchFirst, MatchAny],
        Default: MatchFirst);

    public static List<SwitchCase> Matching(ActivityRun run)
    {
        var first = run.Text("mode") is not (MatchAny or "1");
        var matching = run.Activity.Cases.Where(c => run.Matches(c));
        return [.. first ? matching.Take(1) : matching];
    }
}

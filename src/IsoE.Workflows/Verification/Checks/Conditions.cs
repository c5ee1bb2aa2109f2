using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// No decision is always the same, and no case of a switch is shadowed or repeated: as far as reading the condition
/// tells. What follows from values and earlier decisions is found by walking the states.
/// </summary>
internal sealed class Conditions : ICheck
{
    private static readonly Constants Nothing = new(new Dictionary<string, System.Text.Json.JsonElement>());

    public IEnumerable<Finding> Run(Subject subject) => subject.All.SelectMany(activity => activity.Type switch
    {
        FlowDecision or If => Decision(activity),
        FlowSwitch or Switch => KnownDead(activity).Select(label => Dead(activity, label)).Concat(Undecided(subject, activity)),
        _ => [],
    });

    /// <summary>The ways an activity with conditions may go; empty for any other.</summary>
    public static IEnumerable<string> Branches(Activity activity) => activity.Type switch
    {
        FlowDecision => ["True", "False"],
        If => ["then", "else"],
        FlowSwitch => activity.Cases.Select(c => c.Label).Append("Default").Distinct(),
        Switch => activity.Cases.Select(c => c.Label).Distinct(),
        _ => [],
    };

    /// <summary>Branches that are dead whatever the run.</summary>
    public static IEnumerable<string> KnownDead(Activity activity)
    {
        if (activity.Type is FlowDecision or If)
        {
            return Constants.ValueOf(activity, "condition") is { } value ? [Branches(activity).ElementAt(value ? 1 : 0)] : [];
        }

        var first = activity.LiteralText("mode") is not (SwitchMode.MatchAny or "1");
        return activity.Cases
            .Where((@case, i) => Nothing.TruthOf(@case.Condition) == false || (first && IsShadowed(activity, i)))
            .Select(@case => @case.Label).Distinct();
    }

    /// <summary>The default of a switch that covers everything is careful rather than wrong.</summary>
    public static Finding Dead(Activity activity, string branch)
    {
        var @default = activity.Type is FlowSwitch && branch == "Default";
        return new Finding(
            FindingCodes.DeadBranch,
            @default ? Severity.Warning : Severity.Refusal,
            new Text(
                $"Nhánh “{branch}” của “{activity.Called().Vi}” không bao giờ được chọn với bất kỳ giá trị nào.",
                $"The branch '{branch}' of '{activity.Called().En}' is never taken, whatever the values."),
            [activity.Id]);
    }

    public static bool HasDefault(Subject subject, Activity activity) =>
        subject.Flowcharts.Any(flowchart => flowchart.Connections.Any(c => c.Source == activity.Id && c.Port == "Default"));

    private static bool IsShadowed(Activity activity, int index) => activity.Cases.Take(index).Any(before =>
        Nothing.TruthOf(before.Condition) == true || Same(before.Condition, activity.Cases[index].Condition));

    private static IEnumerable<Finding> Decision(Activity activity)
    {
        if (Constants.ValueOf(activity, "condition") is { } value)
        {
            yield return new Finding(FindingCodes.ConstantCondition, Severity.Refusal, new Text(
                $"Điều kiện của “{activity.Called().Vi}” luôn {(value ? "đúng" : "sai")}, nên nhánh kia không bao giờ được đi.",
                $"The condition of '{activity.Called().En}' is always {(value ? "true" : "false")}, so the other branch is never taken."),
                [activity.Id]);
        }
    }

    private static IEnumerable<Finding> Undecided(Subject subject, Activity activity)
    {
        if (activity.Type is FlowSwitch && !HasDefault(subject, activity) && !subject.Data.Decides(activity))
        {
            yield return new Finding(FindingCodes.Undecided, Severity.Warning, new Text(
                $"Không xác định được các trường hợp của “{activity.Called().Vi}” đã bao quát mọi giá trị hay chưa, vì điều kiện có phép tính; nên nối thêm lối Default.",
                $"Whether the cases of '{activity.Called().En}' cover every value cannot be decided, because a condition computes; better connect Default."),
                [activity.Id]);
        }
    }

    private static bool Same(ActivityInput one, ActivityInput other) =>
        one.Kind == ExpressionKind.JavaScript && other.Kind == ExpressionKind.JavaScript
        && one.JavaScript!.Source.Trim() == other.JavaScript!.Source.Trim();
}

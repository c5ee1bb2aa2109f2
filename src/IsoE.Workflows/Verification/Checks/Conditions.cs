using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>No decision is always the same, and no case of a switch is shadowed or repeated.</summary>
internal sealed class Conditions : ICheck
{
    public IEnumerable<Finding> Run(Subject subject) => subject.All.SelectMany(activity => activity.Type switch
    {
        FlowDecision or If => Decision(activity),
        FlowSwitch or Switch => Cases(activity),
        _ => [],
    });

    private static IEnumerable<Finding> Decision(Activity activity)
    {
        if (Constants.ValueOf(activity, "condition") is { } value)
        {
            yield return new Finding(FindingCodes.ConstantCondition, Severity.Refusal, new Text(
                $"Điều kiện của “{activity.Id}” luôn {(value ? "đúng" : "sai")}, nên nhánh kia không bao giờ được đi.",
                $"The condition of '{activity.Id}' is always {(value ? "true" : "false")}, so the other branch is never taken."),
                [activity.Id]);
        }
    }

    private static IEnumerable<Finding> Cases(Activity activity)
    {
        var first = activity.LiteralText("mode") != SwitchMode.MatchAny;
        var nothing = new Constants(new Dictionary<string, System.Text.Json.JsonElement>());
        for (var i = 0; i < activity.Cases.Count; i++)
        {
            var truth = nothing.TruthOf(activity.Cases[i].Condition);
            var repeated = activity.Cases.Take(i).Any(before => Same(before.Condition, activity.Cases[i].Condition));
            if (truth == false || (first && repeated))
            {
                yield return Dead(activity, activity.Cases[i].Label);
            }
            else if (truth == true && first && i + 1 < activity.Cases.Count)
            {
                yield return Dead(activity, activity.Cases[i + 1].Label);
            }
        }
    }

    private static bool Same(ActivityInput one, ActivityInput other) =>
        one.Kind == ExpressionKind.JavaScript && other.Kind == ExpressionKind.JavaScript
        && one.JavaScript!.Source.Trim() == other.JavaScript!.Source.Trim();

    private static Finding Dead(Activity activity, string label) => new(FindingCodes.DeadBranch, Severity.Refusal, new Text(
        $"Nhánh “{label}” của “{activity.Id}” không bao giờ được chọn.",
        $"The branch '{label}' of '{activity.Id}' is never taken."), [activity.Id]);
}

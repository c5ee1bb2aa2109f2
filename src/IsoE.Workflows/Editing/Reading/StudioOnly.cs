using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Conditions;

namespace IsoE.Workflows.Editing.Reading;

/// <summary>What of an activity the step table cannot show. It is kept as it is, and edited in Studio.</summary>
public static class StudioOnly
{
    private static readonly HashSet<string> Common =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "start", "variables", "activities", "connections"];

    private static readonly HashSet<string> Custom = ["canStartWorkflow", "runAsynchronously", "mergeMode", "notFoundConnections"];

    /// <summary>Names of such members; empty when the table shows all there is.</summary>
    public static IReadOnlyList<string> In(Activity activity) =>
    [
        .. activity.Inputs.Values.Where(input => !IsShown(activity, input)).Select(input => input.Name),
        .. activity.Cases.Where(each => each.Condition.JavaScript is not { } condition || FlowCondition.Of(condition) is null).Select(each => each.Label),
        .. activity.MergeMode == MergeMode.Stream ? Array.Empty<string>() : ["mergeMode"],
        .. activity.Children.Select(child => child.Id),
        .. Unknown(activity),
    ];

    /// <summary>Whether the table knows the type; another one is shown by its name and can only be placed.</summary>
    public static bool IsForeign(Activity activity) => activity.Type.TypeName is not (
        "IsoE.UserTask" or "IsoE.Wait" or "IsoE.SubProcedure" or "IsoE.IssueRecord" or "IsoE.Notify"
        or "Elsa.Start" or "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" or "Elsa.FlowDecision" or "Elsa.FlowSwitch" or "Elsa.FlowFork" or "Elsa.FlowJoin");

    private static bool IsShown(Activity activity, ActivityInput input) =>
        !IsForeign(activity) && (input.Kind switch
        {
            ExpressionKind.Literal or ExpressionKind.Object => true,
            ExpressionKind.JavaScript when input.Name == "condition" => FlowCondition.Of(input.JavaScript!) is not null,
            ExpressionKind.JavaScript when input.Name == "timeLimit" => input.JavaScript is { Variables.Count: 0, ReadsOutputs: false } limit && limit.Inputs.All(name => name == "case"),
            ExpressionKind.JavaScript when activity.Type.TypeName == "Elsa.FlowFork" => activity.Outcomes is not null,
            _ => false,
        });

    private static IEnumerable<string> Unknown(Activity activity)
    {
        var known = activity.Type.Inputs.Select(input => input.Name).Concat(activity.Type.Outputs.Select(output => output.Name)).Append("cases").ToHashSet(StringComparer.Ordinal);
        var members = activity.Json.EnumerateObject().Select(member => member.Name).Where(name => !Common.Contains(name) && !known.Contains(name));
        return activity.Json.TryGetProperty("customProperties", out var custom) && custom.ValueKind == System.Text.Json.JsonValueKind.Object
            ? members.Concat(custom.EnumerateObject().Select(member => member.Name).Where(name => !Custom.Contains(name)))
            : members;
    }
}

using System.Text.Json;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;
using RunTask = IsoE.Workflows.Activities.RunTask;
using UserTask = IsoE.Workflows.Activities.UserTask;
using Wait = IsoE.Workflows.Activities.Wait;

namespace IsoE.Workflows.Verification;

/// <summary>What the definition alone says about how an activity behaves.</summary>
internal static class ActivityFacts
{
    /// <summary>Whether it waits for the outside: a person, an event, time, another procedure.</summary>
    public static bool Waits(this Activity activity) =>
        activity.Type is UserTask or RunTask or Event or Delay or Wait or SubProcedure;

    /// <summary>Whether it ends the whole workflow, or stops it with an incident.</summary>
    public static bool EndsWorkflow(this Activity activity) => activity.Type is Finish or Complete or Fault;

    /// <summary>Whether the input is given by an expression that is evaluated at run time.</summary>
    public static bool IsComputed(this Activity activity, string input) =>
        activity.Inputs.TryGetValue(input, out var given) && given.Kind is not (ExpressionKind.Literal or ExpressionKind.Object);

    /// <summary>Whether control ends here: the workflow or the container it stands in.</summary>
    public static bool IsEnd(this Activity activity) => activity.EndsWorkflow() || activity.Type.IsTerminal;

    /// <summary>How a sentence names it: its title, the name on the diagram, or its id.</summary>
    public static Text Called(this Activity activity) => new(
        activity.LiteralText("title") ?? activity.DisplayText ?? activity.Id, activity.LiteralText("titleEn") ?? activity.Id);

    /// <summary>How a sentence names one of its outcomes: its label, or the outcome as it is.</summary>
    public static Text OutcomeCalled(this Activity activity, string outcome)
    {
        var labels = activity.Literal("outcomeLabels");
        return labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(outcome, out var label)
            && label.ValueKind == JsonValueKind.Object && label.TryGetProperty("vi", out var vi) && label.TryGetProperty("en", out var en)
            ? new Text(Values.ToText(vi), Values.ToText(en))
            : new Text(outcome, outcome);
    }

    /// <summary>Whether the passing of its time ends it with this outcome.</summary>
    public static bool TimesOutWith(this Activity activity, string outcome) =>
        activity.LiteralText("onTimeout") == outcome && (activity.Inputs.ContainsKey("timeLimit") || activity.Inputs.ContainsKey("dueOn"));

    /// <summary>
    /// The outcomes it can really end with; where an expression computes them, those that are connected.
    /// </summary>
    public static IReadOnlyList<string> PossibleOutcomes(this Activity activity, FlowGraph? graph) => activity.Type switch
    {
        Wait when !activity.Inputs.ContainsKey("timeLimit") => [EventWait.Received],
        Wait when !activity.Inputs.ContainsKey("event") => [EventWait.Timeout],
        SubProcedure when activity.Outcomes is { } named => [.. named.Union(Connected(activity, graph, "Done"))],
        FlowDecision when Constants.ValueOf(activity, "condition") is { } value => [value ? "True" : "False"],
        FlowSwitch => [.. activity.Cases.Select(c => c.Label).Concat(Connected(activity, graph, "Default")).Distinct()],
        _ => activity.Outcomes
            ?? [.. (graph?.Outbound(activity.Id) ?? []).Select(connection => connection.Port).Distinct()],
    };

    private static IEnumerable<string> Connected(Activity activity, FlowGraph? graph, string port) =>
        graph?.Outbound(activity.Id).Any(c => c.Port == port) == true ? [port] : [];
}

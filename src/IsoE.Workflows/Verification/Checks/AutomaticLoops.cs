using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// A loop of automatic activities is left by a decision; the decision must read something the loop changes, or it
/// decides the same for ever.
/// </summary>
internal sealed class AutomaticLoops : ICheck
{
    public IEnumerable<Finding> Run(Subject subject) =>
        subject.Flowcharts.SelectMany(flowchart => Loops(FlowGraph.Of(flowchart)))
            .Where(loop => IsEndless(loop.Activities, loop.Exits, subject))
            .Select(loop => Endless([.. loop.Activities.Select(activity => activity.Id)]));

    /// <summary>Sets of automatic activities that lead to each other, with the connections out of each set.</summary>
    private static IEnumerable<(List<Activity> Activities, List<Connection> Exits)> Loops(FlowGraph graph)
    {
        var automatic = graph.Activities.Values
            .Where(activity => !activity.IsEnd() && !activity.SelfAndDescendants().Any(inside => inside.Waits()))
            .ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        var behind = automatic.Keys.ToDictionary(id => id, id => Behind(id, graph, automatic), StringComparer.Ordinal);
        return automatic.Values
            .Where(activity => behind[activity.Id].Contains(activity.Id))
            .GroupBy(activity => behind[activity.Id].Where(other => behind[other].Contains(activity.Id)).Order(StringComparer.Ordinal).First())
            .Select(group => (group.ToList(), Exits(group, graph)));
    }

    private static HashSet<string> Behind(string id, FlowGraph graph, Dictionary<string, Activity> automatic)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([id]);
        while (open.TryPop(out var at))
        {
            foreach (var target in graph.Outbound(at).Select(c => c.Target).Where(t => automatic.ContainsKey(t) && reached.Add(t)))
            {
                open.Push(target);
            }
        }

        return reached;
    }

    private static List<Connection> Exits(IEnumerable<Activity> loop, FlowGraph graph)
    {
        var inside = loop.Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal);
        return [.. inside.SelectMany(graph.Outbound).Where(c => !inside.Contains(c.Target))];
    }

    // A loop nothing leaves is found by walking the states, and so is one whose decisions can be followed; here are
    // those that nobody can tell whether a decision leaves, but that decide the same every time.
    private static bool IsEndless(List<Activity> loop, List<Connection> exits, Subject subject)
    {
        var deciding = loop.Where(activity => exits.Exists(exit => exit.Source == activity.Id)).ToList();
        return deciding.Count > 0
            && deciding.TrueForAll(activity => activity.Type is FlowDecision or FlowSwitch)
            && !deciding.TrueForAll(subject.Data.Decides)
            && !deciding.Exists(activity => ReadsOutputs(activity) || Reads(activity, subject.Definition).Overlaps(Writes(loop, subject.Definition)));
    }

    private static IEnumerable<ActivityInput> ConditionsOf(Activity activity) =>
        activity.Inputs.Values.Concat(activity.Cases.Select(c => c.Condition));

    private static bool ReadsOutputs(Activity activity) =>
        ConditionsOf(activity).Any(condition => condition.JavaScript?.ReadsOutputs == true);

    private static HashSet<string> Reads(Activity activity, WorkflowDefinition definition)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var condition in ConditionsOf(activity))
        {
            names.UnionWith(condition.JavaScript?.Variables ?? []);
            if (condition.Kind == ExpressionKind.Variable)
            {
                names.Add(definition.FindVariable(condition.Reference)?.Name ?? "");
            }
        }

        return names;
    }

    private static IEnumerable<string> Writes(List<Activity> loop, WorkflowDefinition definition) =>
        loop.SelectMany(activity => activity.SelfAndDescendants())
            .SelectMany(activity => activity.OutputBindings.Values.Append(
                activity.Type is SetVariable ? activity.Inputs.GetValueOrDefault("variable")?.Reference : null))
            .Select(reference => definition.FindVariable(reference)?.Name)
            .OfType<string>();

    private static Finding Endless(IReadOnlyList<string> ids) => new(FindingCodes.Livelock, Severity.Refusal, new Text(
        $"Vòng lặp tự động {string.Join(", ", ids)} không thay đổi gì mà điều kiện thoát đọc, nên có thể lặp mãi; cần một bước có người quyết định.",
        $"The automatic loop {string.Join(", ", ids)} changes nothing that its way out reads, so it can go round for ever; it needs a step where a person decides."),
        ids);
}

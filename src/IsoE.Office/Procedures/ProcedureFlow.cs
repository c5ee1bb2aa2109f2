using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>
/// The flowchart of a definition as people read it: activities in the order of the flow, never in the order of the
/// file, which the designer changes at every save.
/// </summary>
internal sealed class ProcedureFlow
{
    private readonly Dictionary<string, Activity> activities;
    private readonly ILookup<string, Connection> outbound;
    private readonly HashSet<Connection> back = [];
    private readonly List<Activity> discovered = [];

    private ProcedureFlow(WorkflowDefinition definition)
    {
        Root = definition.Root;
        activities = Root.Activities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        outbound = Ways(Root).ToLookup(c => c.Source, StringComparer.Ordinal);
        Start = FindStart();
        if (Start is not null) Discover(Start, []);
        InOrder = Sort();
    }

    public Activity Root { get; }

    /// <summary>Where the flow begins; null in a definition without activities.</summary>
    public Activity? Start { get; }

    /// <summary>Every reachable activity, each after all that come before it; the main way first.</summary>
    public IReadOnlyList<Activity> InOrder { get; }

    /// <summary>The steps in the same order, also those inside loops.</summary>
    public IEnumerable<Activity> Steps => InOrder.SelectMany(activity => activity.SelfAndDescendants()).Where(StepTable.IsStep);

    public static ProcedureFlow Of(WorkflowDefinition definition) => new(definition);

    public Activity Find(string id) => activities[id];

    /// <summary>The ways out of an activity, in the order of its outcomes.</summary>
    public IEnumerable<Connection> From(string id)
    {
        var outcomes = activities[id].Outcomes ?? [];
        return outbound[id].OrderBy(c => Rank(outcomes, c.Port));
    }

    /// <summary>The activity of the flowchart in which the activity stands: itself, or the loop around it.</summary>
    public Activity Around(Activity activity) =>
        activities.GetValueOrDefault(activity.Id) ?? InOrder.First(outer => outer.SelfAndDescendants().Contains(activity));

    public bool IsBack(Connection connection) => back.Contains(connection);

    /// <summary>Activities that nothing leads to.</summary>
    public IEnumerable<Activity> Unreachable() => Root.Activities.Except(discovered);

    private static IEnumerable<Connection> Ways(Activity root)
    {
        var known = root.Activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return root.Connections.Where(c => known.Contains(c.Source) && known.Contains(c.Target)).Distinct();
    }

    private Activity? FindStart() =>
        Root.Activities.FirstOrDefault(a => a.Type.TypeName == "Elsa.Start")
        ?? Root.Activities.FirstOrDefault(a => !Root.Connections.Any(c => c.Target == a.Id))
        ?? (Root.Activities is [var first, ..] ? first : null);

    private void Discover(Activity activity, HashSet<string> above)
    {
        discovered.Add(activity);
        above.Add(activity.Id);
        foreach (var way in From(activity.Id))
        {
            if (above.Contains(way.Target)) back.Add(way);
            else if (discovered.All(a => a.Id != way.Target)) Discover(activities[way.Target], above);
        }
        above.Remove(activity.Id);
    }

    private List<Activity> Sort()
    {
        var waiting = discovered.ToDictionary(a => a.Id, a => Forward(a.Id), StringComparer.Ordinal);
        var order = new List<Activity>();
        while (discovered.FirstOrDefault(a => waiting.GetValueOrDefault(a.Id, -1) == 0) is { } next)
        {
            order.Add(next);
            waiting.Remove(next.Id);
            foreach (var way in outbound[next.Id].Where(w => !back.Contains(w))) waiting[way.Target]--;
        }
        return order;
    }

    private int Forward(string id) =>
        discovered.SelectMany(a => outbound[a.Id]).Count(w => w.Target == id && !back.Contains(w));

    private static int Rank(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i] == port) return i;
        return outcomes.Count;
    }
}

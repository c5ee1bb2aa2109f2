using System.Collections;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification.StateSpace;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Data;

/// <summary>What may still be read from a state before it is written anew; all else can be forgotten.</summary>
/// <remarks>Without it every choice of twenty parallel branches would be remembered to the end: 2^20 states.</remarks>
internal sealed class Liveness(DataModel data)
{
    private readonly Dictionary<Activity, Dictionary<string, BitArray>> behind = [];
    private readonly Dictionary<Activity, BitArray> asked = [];

    /// <summary>Ids that matter in a state, in the middle of a burst with what is about to start.</summary>
    public BitArray At(Going root, IEnumerable<(Going? Parent, Activity? Activity)> agenda)
    {
        var live = new BitArray(data.Count);
        Add(root, live);
        foreach (var (parent, activity) in agenda)
        {
            if (activity is not null)
            {
                live.Or(Asked(activity)).Or(parent is null ? new BitArray(data.Count) : Behind(parent.Activity, activity.Id));
            }
        }

        return live;
    }

    /// <summary>Ids that matter before an activity of a flowchart starts.</summary>
    public BitArray Before(Activity flowchart, string id) =>
        new BitArray(Asked(FlowGraph.Of(flowchart).Activities[id])).Or(Behind(flowchart, id));

    private void Add(Going going, BitArray live)
    {
        foreach (var token in going.Tokens)
        {
            live.Or(Asked(going.Graph.Activities[token.Target])).Or(Behind(going.Activity, token.Target));
        }

        foreach (var inside in going.Inside)
        {
            live.Or(Behind(going.Activity, inside.Activity.Id));
            Add(inside, live);
        }

        // What waits has read what it wanted; what is about to decide has not.
        if (!going.Activity.Waits() && going.Activity.Type is not Flowchart)
        {
            live.Or(Asked(going.Activity));
        }
    }

    /// <summary>What the activity and everything inside it read.</summary>
    private BitArray Asked(Activity activity)
    {
        if (!asked.TryGetValue(activity, out var ids))
        {
            ids = new BitArray(data.Count);
            foreach (var id in activity.SelfAndDescendants().SelectMany(data.Asked))
            {
                ids[id] = true;
            }

            asked[activity] = ids;
        }

        return ids;
    }

    /// <summary>What may be read behind an activity of a container.</summary>
    private BitArray Behind(Activity container, string id) =>
        container.Type is Flowchart ? BehindIn(container)[id] : Asked(container);

    private Dictionary<string, BitArray> BehindIn(Activity flowchart)
    {
        if (behind.TryGetValue(flowchart, out var known))
        {
            return known;
        }

        var graph = FlowGraph.Of(flowchart);
        var result = graph.Activities.Keys.ToDictionary(id => id, _ => new BitArray(data.Count), StringComparer.Ordinal);
        var open = new Queue<string>(graph.Activities.Keys.Reverse());
        while (open.TryDequeue(out var id))
        {
            var before = Before(graph.Activities[id], result[id]);
            foreach (var source in graph.Inbound(id).Select(c => c.Source).Where(result.ContainsKey).Where(source => Grow(result[source], before)))
            {
                open.Enqueue(source);
            }
        }

        return behind[flowchart] = result;
    }

    private BitArray Before(Activity activity, BitArray after)
    {
        var before = new BitArray(after);
        foreach (var id in data.WrittenBy(activity).SelectMany(data.IdsOf))
        {
            before[id] = false;
        }

        return before.Or(Asked(activity));
    }

    private static bool Grow(BitArray set, BitArray more)
    {
        var grown = new BitArray(set).Or(more);
        var isGrown = grown.Xor(set).HasAnySet();
        set.Or(more);
        return isGrown;
    }
}

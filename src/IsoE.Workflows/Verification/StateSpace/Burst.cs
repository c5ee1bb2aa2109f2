using System.Text;
using IsoE.Workflows.Definitions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>
/// What one completed activity sets in motion until everything waits again: the engine's rules without its values.
/// </summary>
/// <param name="root">The state, changed in place; null before the start.</param>
/// <param name="visited">Keys of the points of choice of all ways walked from the same state.</param>
internal sealed partial class Burst(Going? root, Choices choices, HashSet<string> visited)
{
    private readonly Queue<(Going? Parent, Activity? Activity)> agenda = new();
    private int startsSinceChoice;

    public Going? Root { get; private set; } = root;

    public BurstEnd End { get; private set; }

    /// <summary>The activities started, in order.</summary>
    public List<string> Started { get; } = [];

    /// <summary>The connections whose tokens were consumed, in order.</summary>
    public List<Connection> Followed { get; } = [];

    /// <summary>Activities reached again while still open, with a token twice on one connection.</summary>
    public List<string> Doubled { get; } = [];

    /// <summary>Merges that wait for a branch that cannot arrive, with the connections missing.</summary>
    public List<(string Merge, IReadOnlyList<Connection> Missing)> Dead { get; } = [];

    /// <summary>What still waited when the workflow was ended from inside.</summary>
    public List<string> LeftBehind { get; } = [];

    public void Begin(Activity activity)
    {
        agenda.Enqueue((null, activity));
        Drain();
    }

    public void Resume(Going waiting, string outcome)
    {
        Close(waiting, [outcome]);
        Drain();
    }

    private void Drain()
    {
        while (End == BurstEnd.Waits && agenda.TryDequeue(out var work))
        {
            if (work.Activity is { } activity)
            {
                Start(activity, work.Parent);
            }
            else if (work.Parent!.IsAlive && Root is not null)
            {
                Advance(work.Parent);
            }
        }
    }

    private void Start(Activity activity, Going? parent)
    {
        if (parent is not null && !parent.IsAlive)
        {
            return;
        }

        var going = new Going(activity, parent);
        if (parent is null)
        {
            Root = going;
        }
        else
        {
            NoteDoubled(activity, parent);
            parent.Inside.Add(going);
        }

        Started.Add(activity.Id);
        if (++startsSinceChoice > 3_000 || Started.Count > 20_000)
        {
            End = BurstEnd.RunsForEver;
            return;
        }

        if (!activity.Waits())
        {
            Run(going);
        }
    }

    private void NoteDoubled(Activity activity, Going parent)
    {
        var cascade = activity.Type.MergeModeOf(activity) == MergeMode.Cascade;
        if (!cascade && parent.Inside.Any(open => open.Activity == activity))
        {
            Doubled.Add(activity.Id);
        }
    }

    private void Close(Going going, IReadOnlyList<string> outcomes)
    {
        if (going.Parent is not { } parent)
        {
            Root = null;
            End = BurstEnd.Finished;
            return;
        }

        parent.Inside.Remove(going);
        ChildCompleted(parent, going.Activity, outcomes);
    }

    /// <summary>Takes one of several ways; a point already passed in this burst is not walked again.</summary>
    private int Choose(int count, Going at)
    {
        if (count == 1)
        {
            return 0;
        }

        startsSinceChoice = 0;
        if (choices.IsNew && !visited.Add(PointKey(at)))
        {
            End = BurstEnd.SeenBefore;
            return 0;
        }

        return choices.Next(count);
    }

    private string PointKey(Going at)
    {
        var key = new StringBuilder();
        Root!.Write(key);
        key.Append('@').Append(at.Activity.Id);
        // Looking at the same tokens twice is looking at them once.
        key.AppendJoin("", agenda.Select(work => $";{work.Parent?.Activity.Id}>{work.Activity?.Id}").Distinct());

        return key.ToString();
    }
}

/// <summary>How a burst came to rest.</summary>
internal enum BurstEnd
{
    /// <summary>Something waits for the outside, or nothing moves any more.</summary>
    Waits,

    /// <summary>The workflow has ended.</summary>
    Finished,

    /// <summary>It came to a point of choice that another way has been through.</summary>
    SeenBefore,

    /// <summary>Automatic activities go round without a choice.</summary>
    RunsForEver,
}

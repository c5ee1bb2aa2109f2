using System.Text;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Data;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>
/// What one completed activity sets in motion until everything waits again: the engine's rules, with regions of values
/// instead of values.
/// </summary>
/// <param name="space">What is the same for all bursts of the definition.</param>
/// <param name="root">The state, changed in place; null before the start.</param>
/// <param name="visited">Keys of the points of choice of all ways walked from the same state.</param>
internal sealed partial class Burst(Space space, Going? root, Knowledge knowledge, Choices choices, HashSet<string> visited)
{
    private readonly Queue<(Going? Parent, Activity? Activity)> agenda = new();
    private int startsSinceChoice;

    public Going? Root { get; private set; } = root;

    public Knowledge Knowledge { get; private set; } = knowledge;

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

    /// <summary>Expressions that cannot be evaluated on this way.</summary>
    public List<(Activity Activity, ActivityInput Input, Text Reason)> Failed { get; } = [];

    /// <summary>Switches that no case matched and that have no other way out, with the values for which that is so.</summary>
    public List<(Activity Activity, Text Values)> Uncovered { get; } = [];

    /// <summary>The outcomes decisions ended with.</summary>
    public List<(string ActivityId, string Outcome)> Taken { get; } = [];

    /// <summary>Whether anything of the above went wrong; what comes after it would only repeat it.</summary>
    public bool IsBroken => Dead.Count > 0 || Doubled.Count > 0 || LeftBehind.Count > 0 || Failed.Count > 0 || Uncovered.Count > 0;

    public void Begin(Activity activity)
    {
        agenda.Enqueue((null, activity));
        Drain();
    }

    public void Resume(Going waiting, string outcome, bool timedOut)
    {
        Knowledge = space.Data.Complete(Knowledge, waiting.Activity, outcome, timedOut);
        Close(waiting, [outcome]);
        Drain();
    }

    /// <summary>Takes a decision that was put off.</summary>
    public void Decide(Going pending)
    {
        pending.IsPending = false;
        Run(pending);
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

        if (space.Data.Failure(activity, Knowledge) is { } failure)
        {
            Failed.Add((activity, failure.Input, failure.Reason));
        }
        else if (!activity.Waits() && !(going.IsPending = CanBePutOff(going)))
        {
            Run(going);
        }
    }

    // A decision that nothing else can disturb is taken when its branch is walked, not now: of twenty branches that
    // begin with one, the ways would multiply.
    private bool CanBePutOff(Going going) =>
        going.Activity.Type is FlowDecision or FlowSwitch
        && going.Parent is { Parent: null } flow
        && (flow.Inside.Count > 1 || flow.Tokens.Count > 0)
        && !space.Data.IsConstant(going.Activity)
        && space.Independence.CanGoFirst(flow, going);

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
    /// <param name="point">Tells apart the choices of one activity.</param>
    private int Choose(int count, Going at, string point)
    {
        if (count == 1)
        {
            return 0;
        }

        startsSinceChoice = 0;
        Knowledge = Knowledge.Only(space.Liveness.At(Root!, agenda));
        if (choices.IsNew && !visited.Add(PointKey(at, point)))
        {
            End = BurstEnd.SeenBefore;
            return 0;
        }

        return choices.Next(count);
    }

    private string PointKey(Going at, string point)
    {
        var key = new StringBuilder();
        Root!.Write(key);
        key.Append(Knowledge.Key).Append('@').Append(at.Activity.Id).Append(point);
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

    /// <summary>It needs something of which nobody can tell whether it happens.</summary>
    SetAside,

    /// <summary>Automatic activities go round without a choice.</summary>
    RunsForEver,
}

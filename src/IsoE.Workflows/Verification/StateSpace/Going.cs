using System.Text;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.StateSpace;

/// <summary>An activity that has begun and not ended, with what runs inside it. Mutable within one burst.</summary>
internal sealed class Going(Activity activity, Going? parent)
{
    public Activity Activity { get; } = activity;

    public Going? Parent { get; } = parent;

    public List<Going> Inside { get; } = [];

    /// <summary>Tokens of a flowchart, in the order they were emitted.</summary>
    public List<Connection> Tokens { get; } = [];

    /// <summary>A decision that has begun and not been taken: it is taken as a move of its own.</summary>
    public bool IsPending { get; set; }

    /// <summary>Children a Switch or Parallel still waits for.</summary>
    public int Awaited { get; set; }

    /// <summary>Whether it is a switch of a flowchart from which nothing leads on when no case matches.</summary>
    public bool IsWithoutDefault =>
        Parent?.Activity.Type is Flowchart && !Parent.Graph.Outbound(Activity.Id).Any(c => c.Port == "Default");

    public FlowGraph Graph => FlowGraph.Of(Activity);

    public bool IsAlive => Parent is null || (Parent.Inside.Contains(this) && Parent.IsAlive);

    /// <summary>Everything that waits for the outside or to decide, at any depth.</summary>
    public IEnumerable<Going> Waiting =>
        IsPending || Activity.Waits() ? [this] : Inside.SelectMany(inside => inside.Waiting);

    public IEnumerable<Going> All => Inside.SelectMany(inside => inside.All).Prepend(this);

    public Going Copy(Going? parent = null)
    {
        var copy = new Going(Activity, parent) { Awaited = Awaited, IsPending = IsPending };
        copy.Tokens.AddRange(Tokens);
        copy.Inside.AddRange(Inside.Select(inside => inside.Copy(copy)));
        return copy;
    }

    /// <summary>Equal states have equal keys.</summary>
    public void Write(StringBuilder key)
    {
        key.Append(Activity.Id).Append('/').Append(Awaited);
        if (Inside.Count > 0)
        {
            key.Append('(').AppendJoin(',', Inside.Select(KeyOf).Order(StringComparer.Ordinal)).Append(')');
        }

        if (Tokens.Count > 0)
        {
            key.Append('[').AppendJoin(',', OrderMatters ? TokenKeys : TokenKeys.Order(StringComparer.Ordinal)).Append(']');
        }
    }

    public static string KeyOf(Going going)
    {
        var key = new StringBuilder();
        going.Write(key);
        return key.ToString();
    }

    // Tokens that wait at merges start nothing until their set is complete, whichever came first.
    private bool OrderMatters =>
        Tokens.Any(token => Graph.Activities[token.Target] is var target
            && target.Type.MergeModeOf(target) is not (MergeMode.Merge or MergeMode.Converge));

    private IEnumerable<string> TokenKeys => Tokens.Select(token => $"{token.Source}:{token.Port}>{token.Target}");
}

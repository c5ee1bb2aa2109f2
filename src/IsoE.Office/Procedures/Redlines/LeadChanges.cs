using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Says where an outcome led and leads.</summary>
internal sealed class LeadChanges(FlowView before, FlowView after)
{
    public Change Of(string flowchart, string source, string port, Func<string, Text> subject, IReadOnlyList<TreeEdit> edits)
    {
        var (old, now) = (Targets(before, flowchart, source, port), Targets(after, flowchart, source, port));
        var label = Label(source, port);
        return new Change(ChangeKind.Leads, subject(source), Say.Pair(label, old, now), edits)
        {
            ActivityId = source,
            Before = old is null ? null : new Text($"{label.Vi}: {old.Vi}", $"{label.En}: {old.En}"),
            After = now is null ? null : new Text($"{label.Vi}: {now.Vi}", $"{label.En}: {now.En}"),
        };
    }

    /// <summary>Whether the ways out of every activity stand in the order they had: only that order means something.</summary>
    public bool KeepOrder(string flowchart)
    {
        var (old, now) = (before.Find(flowchart)?.Connections ?? [], after.Find(flowchart)?.Connections ?? []);
        return old.Intersect(now).GroupBy(c => c.Source)
            .All(g => g.SequenceEqual(now.Where(c => c.Source == g.Key).Distinct().Intersect(old)));
    }

    private Text Label(string source, string port)
    {
        var activity = after.Find(source) ?? before.Find(source);
        var outcome = activity is null ? Say.Plain(port) : OutcomeLabels.Of(activity, port);
        return outcome.Vi.Length == 0
            ? new Text("tiếp theo", "next")
            : new Text($"kết quả “{outcome.Vi}” dẫn tới", $"“{outcome.En}” leads to");
    }

    private static Text? Targets(FlowView view, string flowchart, string source, string port) =>
        view.Targets(flowchart, source, port) is { Count: > 0 } targets ? Say.Joined(targets.Select(view.Target)) : null;
}

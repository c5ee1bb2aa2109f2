namespace IsoE.Workflows.Logs.Mining;

/// <summary>Mines a process map from cases given one after the other; memory grows with the activities, not with the cases.</summary>
/// <param name="minutes">How long it is from one moment to a later one: calendar time, or the working time of an agency.</param>
public sealed class MapMining(Func<DateTimeOffset, DateTimeOffset, long> minutes)
{
    /// <summary>More different activities are taken for a mistake in the choice of the activity column.</summary>
    public const int MostActivities = 1_000;

    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), DurationTally> _edges = [];
    private int _cases;
    private int _events;

    /// <summary>Time as the calendar has it.</summary>
    public static long CalendarMinutes(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : (long)(to - from).TotalMinutes;

    /// <exception cref="RejectedException"><c>log-too-many-activities</c>.</exception>
    public void Add(LogCase @case)
    {
        if (@case.Events.Count == 0) return;
        _cases++;
        _events += @case.Events.Count;
        NodeOf(@case.Events[0].Activity).Starts++;
        NodeOf(@case.Events[^1].Activity).Ends++;
        for (var i = 0; i < @case.Events.Count; i++)
        {
            var done = @case.Events[i];
            NodeOf(done.Activity).Done(done, minutes);
            if (i > 0) Follow(@case.Events[i - 1], done);
        }

        foreach (var activity in @case.Events.Select(done => done.Activity).Distinct(StringComparer.Ordinal)) NodeOf(activity).Cases++;
    }

    /// <summary>The map of all cases given so far; the most frequent activities and ways first.</summary>
    public ProcessMap Map() => new(
        _cases,
        _events,
        [
            .. _nodes.Select(each => new MapNode(
                    each.Key, each.Value.Count, each.Value.Cases, each.Value.Starts, each.Value.Ends, each.Value.Service.AtRank(0.5m), each.Value.Service.AtRank(0.9m)))
                .OrderByDescending(node => node.Count).ThenBy(node => node.Activity, StringComparer.Ordinal),
        ],
        [
            .. _edges.Select(each => new MapEdge(
                    each.Key.Item1, each.Key.Item2, each.Value.Count, each.Value.AtRank(0.5m)!.Value, each.Value.AtRank(0.9m)!.Value))
                .OrderByDescending(edge => edge.Count).ThenBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal),
        ]);

    private void Follow(LogEvent before, LogEvent after)
    {
        var key = (before.Activity, after.Activity);
        if (!_edges.TryGetValue(key, out var tally)) _edges[key] = tally = new DurationTally();
        tally.Add(minutes(before.At, after.StartedAt ?? after.At));
    }

    private Node NodeOf(string activity)
    {
        if (_nodes.TryGetValue(activity, out var node)) return node;
        if (_nodes.Count == MostActivities)
            throw new RejectedException("log-too-many-activities", new Text(
                "Nhật ký có hơn 1.000 hoạt động khác nhau. Hãy kiểm tra cột đã chọn làm hoạt động.",
                "The log has more than 1,000 different activities. Check the column chosen as the activity."));
        return _nodes[activity] = new Node();
    }

    private sealed class Node
    {
        public int Count { get; private set; }
        public int Cases { get; set; }
        public int Starts { get; set; }
        public int Ends { get; set; }
        public DurationTally Service { get; } = new();

        public void Done(LogEvent done, Func<DateTimeOffset, DateTimeOffset, long> minutes)
        {
            Count++;
            if (done.StartedAt is { } started) Service.Add(minutes(started, done.At));
        }
    }
}

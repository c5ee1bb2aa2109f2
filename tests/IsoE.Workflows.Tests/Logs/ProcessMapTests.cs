using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Workflows.Tests.Logs;

public sealed class ProcessMapTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_map_counts_who_follows_whom_and_how_long_that_takes()
    {
        var map = Mined("abc", "abc", "acb", "ab");

        Assert.That((map.Cases, map.Events), Is.EqualTo((4, 11)));
        Assert.That(map.Nodes.Single(node => node.Activity == "b"), Is.EqualTo(new MapNode("b", 4, 4, 0, 2, null, null)));
        Assert.That(map.Edges[0], Is.EqualTo(new MapEdge("a", "b", 3, 60, 60)));
        Assert.That(map.Edges.Sum(edge => edge.Count), Is.EqualTo(7));
    }

    [Test]
    public void Service_runs_from_start_to_completion_and_waiting_up_to_the_start()
    {
        var mining = new MapMining(MapMining.CalendarMinutes);
        mining.Add(new LogCase("1", [new LogEvent("a", Start), new LogEvent("b", Start.AddMinutes(50)) { StartedAt = Start.AddMinutes(20) }]));

        var map = mining.Map();

        Assert.That((map.Nodes.Single(node => node.Activity == "b").MedianMinutes, map.Edges.Single().MedianMinutes), Is.EqualTo(((long?)30, 20L)));
    }

    [Test]
    public void With_less_of_the_ways_nothing_hangs_in_the_air([Values(0, 0.2, 0.5, 0.8, 1)] double share)
    {
        var random = new Random(7);
        var words = Enumerable.Range(0, 60).Select(_ => "s" + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => (char)('a' + random.Next(9)))) + "z").ToArray();

        var whole = Mined(words);
        var map = whole.WithShare((decimal)share);

        Assert.That(map.Edges, Is.SubsetOf(whole.Edges));
        Assert.That(map.Edges.Sum(edge => edge.Count), Is.GreaterThanOrEqualTo(share * whole.Edges.Sum(edge => edge.Count)));
        foreach (var node in map.Nodes)
        {
            Assert.That(node.Starts > 0 || map.Edges.Any(edge => edge.To == node.Activity && edge.From != node.Activity), Is.True, $"way in of {node.Activity}");
            Assert.That(node.Ends > 0 || map.Edges.Any(edge => edge.From == node.Activity && edge.To != node.Activity), Is.True, $"way out of {node.Activity}");
        }
    }

    [Test]
    public void Ranks_are_those_of_the_sorted_durations_to_a_thousandth()
    {
        var random = new Random(11);
        var durations = Enumerable.Range(0, 5_000).Select(_ => (long)Math.Pow(10, random.NextDouble() * 6)).ToList();
        var tally = new DurationTally();
        durations.ForEach(tally.Add);
        durations.Sort();

        foreach (var share in new[] { 0.01m, 0.25m, 0.5m, 0.9m, 1m })
        {
            var exact = durations[(int)Math.Ceiling(share * durations.Count) - 1];
            Assert.That(tally.AtRank(share), exact < 1024 ? Is.EqualTo(exact) : Is.InRange(exact * 0.999, exact * 1.001));
        }
    }

    private static ProcessMap Mined(params string[] words)
    {
        var mining = new MapMining(MapMining.CalendarMinutes);
        foreach (var word in words) mining.Add(new LogCase(word, [.. word.Select((letter, i) => new LogEvent($"{letter}", Start.AddHours(i)))]));
        return mining.Map();
    }
}

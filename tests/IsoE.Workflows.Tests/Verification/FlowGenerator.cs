using System.Globalization;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>Makes random flowcharts: tasks, forks, joins and merge modes, mostly leading on; tasks sometimes lead back.</summary>
internal sealed class FlowGenerator(int seed)
{
    private static readonly string[] Modes = ["WaitAll", "WaitAny", "WaitAllActive"];

    private static readonly string[] Merges = ["", "", "", "Merge", "Converge", "Race"];

    private readonly Random random = new(seed);

    public Flow Make()
    {
        var flow = new Flow();
        var count = random.Next(3, 9);
        var outcomes = new List<(string Source, string Port, bool MayGoBack)>();
        for (var i = 0; i < count; i++)
        {
            outcomes.AddRange(Add(flow, $"n{i}", first: i == 0).Select(port => ($"n{i}", port, port is "Ok" or "No")));
        }

        flow.Finish();
        foreach (var (source, port, mayGoBack) in outcomes)
        {
            var number = int.Parse(source[1..], CultureInfo.InvariantCulture);
            flow.Connect($"{source}:{port}>{Target(number, count, mayGoBack)}");
        }

        return flow;
    }

    private string[] Add(Flow flow, string id, bool first)
    {
        switch (first ? random.Next(4) : random.Next(8))
        {
            case 0:
                flow.Fork(id, "A", "B");
                return ["A", "B"];
            case 1:
                flow.Task(id, "Ok", "No");
                return ["Ok", "No"];
            case 2:
                Merged(flow.Line(id));
                return ["Done"];
            case 3 or 4:
                Merged(flow.Task(id, "Ok"));
                return ["Ok"];
            default:
                flow.Join(id, Modes[random.Next(Modes.Length)]);
                return ["Done"];
        }
    }

    private void Merged(Flow flow)
    {
        if (Merges[random.Next(Merges.Length)] is { Length: > 0 } mode)
        {
            flow.Merge(mode);
        }
    }

    private string Target(int source, int count, bool mayGoBack)
    {
        var back = mayGoBack && random.Next(5) == 0;
        var target = back ? random.Next(0, source + 1) : random.Next(source + 1, Math.Min(count, source + 3) + 1);
        return target >= count ? "finish" : $"n{target}";
    }
}

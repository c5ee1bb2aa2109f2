using FsCheck;
using FsCheck.Fluent;

namespace IsoE.Workflows.Tests.Properties;

/// <summary>Definitions with random activities, merge modes, loops and nesting, in the notation of the traces.</summary>
internal static class RandomFlowchart
{
    private static readonly string[] Modes = ["", " merge=Merge", " merge=Race", " merge=Cascade", " merge=Converge", " merge=Stream"];

    public static Gen<string[]> Lines =>
        from size in Gen.Choose(2, 9)
        from kinds in Gen.Choose(0, 11).ArrayOf(size)
        from modes in Gen.Choose(0, Modes.Length * 3).ArrayOf(size)
        from edges in Edge(size).ArrayOf(size * 2)
        from goOn in Gen.Elements(true, false)
        select Build(kinds, modes, edges, goOn);

    // Mostly forward connections, some back: a person stands in most loops, and the burst limit in the others.
    private static Gen<(int From, int Port, int To)> Edge(int size) =>
        from a in Gen.Choose(0, size - 1)
        from b in Gen.Choose(0, size - 1)
        from back in Gen.Choose(0, 9)
        from port in Gen.Choose(0, 1)
        select back == 0 ? (Math.Max(a, b), port, Math.Min(a, b)) : (Math.Min(a, b), port, Math.Max(a, b));

    private static string[] Build(int[] kinds, int[] modes, (int From, int Port, int To)[] edges, bool goOn)
    {
        var lines = new List<string> { "variable V Object" };
        if (goOn)
        {
            lines.Add("option continue");
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            lines.AddRange(Activity(i, kinds[i], modes[i] < Modes.Length ? Modes[modes[i]] : ""));
        }

        lines.AddRange(edges
            .Where(e => e.From != e.To)
            .Select(e => $"n{e.From} -{Port(kinds[e.From], e.Port)}-> n{e.To}")
            .Distinct());
        return [.. lines];
    }

    private static string[] Activity(int i, int kind, string mode) => kind switch
    {
        0 => [$"FlowFork n{i} branches==['a','b']{mode}"],
        1 => [$"FlowDecision n{i} condition==getV()!=1{mode}"],
        2 => [$"FlowDecision n{i} condition==getV().x{mode}"],
        3 => [$"FlowJoin n{i} mode=WaitAll"],
        4 => [$"FlowJoin n{i}"],
        5 => [$"Event n{i} eventName=e{mode}"],
        6 => [$"Parallel n{i}{mode}", $"  RunTask n{i}a taskName=a", $"  RunTask n{i}b taskName=b"],
        7 => [$"End n{i}{mode}"],
        8 => [$"IsoE.UserTask n{i} title=T role=clerk timeLimit=1d onTimeout=b outcomes==['a','b']{mode}"],
        _ => [$"RunTask n{i} taskName=t result=->V{mode}"],
    };

    private static string Port(int kind, int choice) => kind switch
    {
        0 or 8 => choice == 0 ? "a" : "b",
        1 or 2 => choice == 0 ? "True" : "False",
        _ => "Done",
    };
}

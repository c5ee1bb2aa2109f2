using System.Diagnostics;
using System.Globalization;
using IsoE.Office.Procedures;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Benchmarks.Authoring;

/// <summary>How long the publish gate takes: on every shipped procedure with its text, and on definitions made larger and larger.</summary>
internal static class GateSpeed
{
    private const double Target = 2_000;

    /// <returns>Whether twenty parallel branches are judged within the target.</returns>
    public static bool Run(bool quick)
    {
        var table = new Table("Publish gate, one thread: ms a check", "definition", "activities", "first", "median", "findings");
        Shipped(table, quick);
        foreach (var size in new[] { 50, 200, 1_000 })
            Add(table, $"generated, {size.ToString("N0", CultureInfo.InvariantCulture)} activities", GeneratedFlow.Read(GeneratedFlow.OfSize(size)), quick);
        var branches = Add(table, "20 parallel branches", GeneratedFlow.Read(GeneratedFlow.OfBranches(20)), quick);
        table.Print();
        Console.WriteLine(FormattableString.Invariant($"The target is {Target:N0} ms for 20 parallel branches: {(branches < Target ? "reached" : "MISSED")}."));
        return branches < Target;
    }

    private static void Shipped(Table table, bool quick)
    {
        var library = ProcedureLibrary.Load(AppContext.BaseDirectory);
        var known = library.All.DistinctBy(version => version.Code)
            .ToDictionary(version => version.Code, version => GateContext.Known(version.Procedure, version.Definition));
        var around = new Surroundings(Procedures: known);
        var all = library.All.Select(version => (version, Times: Measure(() => PublishGate.Check(version.Procedure, version.Definition, around), quick))).ToList();
        var slowest = all.MaxBy(each => each.Times.Median);
        table.Add($"shipped, all {all.Count} together", all.Sum(each => each.version.Definition.Activities.Count), all.Sum(each => each.Times.First), all.Sum(each => each.Times.Median), "-");
        table.Add($"shipped, slowest: {slowest.version.Code}", slowest.version.Definition.Activities.Count, slowest.Times.First, slowest.Times.Median, slowest.Times.Findings);
    }

    private static double Add(Table table, string name, WorkflowDefinition definition, bool quick)
    {
        var (first, median, findings) = Measure(() => PublishGate.Check(null, definition, Surroundings.None), quick);
        table.Add(name, definition.Activities.Count, first, median, findings);
        return median;
    }

    private static (double First, double Median, int Findings) Measure(Func<IReadOnlyList<Finding>> check, bool quick)
    {
        var (times, findings) = (new List<double>(), 0);
        for (var i = 0; i < (quick ? 2 : 5); i++)
        {
            var watch = Stopwatch.StartNew();
            findings = check().Count;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (times[0], times.Order().ElementAt(times.Count / 2), findings);
    }
}

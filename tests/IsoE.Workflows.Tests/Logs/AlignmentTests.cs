using IsoE.Workflows.Definitions;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Conformance;
using IsoE.Workflows.Tests.Verification;

namespace IsoE.Workflows.Tests.Logs;

public sealed class AlignmentTests
{
    [Test]
    public void The_cost_is_that_of_trying_every_run()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var model = Random(random);
            var trace = Enumerable.Range(0, random.Next(0, 7)).Select(_ => $"{(char)('a' + random.Next(5))}").ToList();

            var alignment = new Aligner(model).Align(trace);

            var least = Runs(model, 0, 9).Min(run => Distance(run, trace));
            Assert.That(alignment!.Cost, Is.EqualTo(least), $"seed {seed}");
            Assert.That(alignment.Steps.Where(step => step.Kind != AlignedKind.Skipped).Select(step => step.Activity), Is.EqualTo(trace), $"seed {seed}: events");
            var run = alignment.Steps.Where(step => step.Kind != AlignedKind.Extra).Select(step => step.Activity);
            Assert.That(Runs(model, 0, 9).Any(known => known.SequenceEqual(run)), Is.True, $"seed {seed}: the run is one of the model");
        }
    }

    [TestCase("abc", "")]
    [TestCase("ac", "Skipped b")]
    [TestCase("abxc", "Extra x")]
    [TestCase("bac", "WrongOrder")]
    [TestCase("", "Skipped a, Skipped b, Skipped c")]
    public void Departures_are_told_as_skipped_extra_and_in_the_wrong_order(string trace, string told)
    {
        var model = new ProcedureModel([[new("a", 1)], [new("b", 2)], [new("c", 3)], []], new HashSet<int> { 3 });

        var deviations = new Aligner(model).Align([.. trace.Select(letter => $"{letter}")])!.Deviations();

        var words = string.Join(", ", deviations.Select(each => each.Kind == DeviationKind.WrongOrder ? "WrongOrder" : $"{each.Kind} {each.Activity}"));
        Assert.That(words, Is.EqualTo(told));
    }

    [Test]
    public void Parallel_steps_fit_in_every_order_and_steps_the_log_cannot_show_are_not_asked_for()
    {
        var model = Parallel();

        Assert.That(Cost(model, "begin", "left", "right", "end"), Is.Zero);
        Assert.That(Cost(model, "begin", "right", "left", "end"), Is.Zero);
        Assert.That(Cost(model, "begin", "right", "end"), Is.EqualTo(1));
        Assert.That(Cost(model.Observing(new HashSet<string> { "begin", "right", "end" }), "begin", "right", "end"), Is.Zero);
    }

    [Test]
    public void Every_shipped_procedure_has_a_model_that_ends()
    {
        foreach (var file in ShippedDefinitions.Files())
            Assert.That(new Aligner(ProcedureModel.Of(DefinitionReader.Read(File.ReadAllText(file)).Definition!)).ShortestRun, Is.InRange(1, 40), file);
    }

    [Test]
    public void The_tally_names_the_cases_and_weighs_each_by_what_it_could_cost()
    {
        var model = new ProcedureModel([[new("a", 1)], [new("b", 2)], [new("c", 3)], []], new HashSet<int> { 3 });
        var tally = new ConformanceTally(model, new Dictionary<string, string> { ["A"] = "a", ["B"] = "b", ["C"] = "c" });
        foreach (var (id, word) in new[] { ("1", "ABC"), ("2", "AC"), ("3", "ABC"), ("4", "AZC") })
            tally.Add(new LogCase(id, [.. word.Select((letter, i) => new LogEvent($"{letter}", DateTimeOffset.UnixEpoch.AddHours(i)))]));

        var result = tally.Result();

        Assert.That((result.Cases, result.Fitting, result.LeftOut), Is.EqualTo((4, 2, 1)));
        Assert.That(result.Deviations.Single().Cases, Is.EqualTo(new[] { "2", "4" }));
        Assert.That(result.Fitness, Is.EqualTo(1 - (2m / (6 + 5 + 6 + 5))));
    }

    private static int Cost(ProcedureModel model, params string[] trace) => new Aligner(model).Align(trace)!.Cost;

    /// <summary>begin, then left beside right, then end.</summary>
    private static ProcedureModel Parallel() => new(
        [[new("begin", 1)], [new("left", 2), new("right", 3)], [new("right", 4)], [new("left", 4)], [new("end", 5)], []], new HashSet<int> { 5 });

    /// <summary>A model whose moves only go forward or stand in a short loop, some of them silent.</summary>
    private static ProcedureModel Random(Random random)
    {
        var states = random.Next(2, 6);
        var moves = Enumerable.Range(0, states).Select(state => (IReadOnlyList<ModelMove>)
            [.. Enumerable.Range(0, state == states - 1 ? 0 : random.Next(1, 4)).Select(_ => new ModelMove(
                random.Next(4) == 0 ? null : $"{(char)('a' + random.Next(4))}", random.Next(state + 1, states)))]).ToList();
        return new ProcedureModel(moves, new HashSet<int> { states - 1 });
    }

    private static IEnumerable<IReadOnlyList<string>> Runs(ProcedureModel model, int state, int depth)
    {
        if (model.Ends.Contains(state)) yield return [];
        if (depth == 0) yield break;
        foreach (var move in model.Moves[state])
            foreach (var rest in Runs(model, move.To, depth - 1))
                yield return move.Activity is { } done ? [done, .. rest] : rest;
    }

    /// <summary>Insertions and deletions that make one of the other.</summary>
    private static int Distance(IReadOnlyList<string> run, List<string> trace)
    {
        var common = new int[run.Count + 1, trace.Count + 1];
        for (var i = 1; i <= run.Count; i++)
            for (var j = 1; j <= trace.Count; j++)
                common[i, j] = run[i - 1] == trace[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
        return run.Count + trace.Count - (2 * common[run.Count, trace.Count]);
    }
}

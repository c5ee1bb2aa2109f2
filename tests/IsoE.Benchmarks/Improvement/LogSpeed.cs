using System.Diagnostics;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Conformance;

namespace IsoE.Benchmarks.Improvement;

/// <summary>Conformance of 10,000 cases, no two alike where it can be helped, to a procedure of fifteen steps.</summary>
internal static class LogSpeed
{
    public static void Run(bool quick)
    {
        var count = quick ? 1_000 : 10_000;
        var model = Procedure();
        var random = new Random(15);
        var cases = Enumerable.Range(0, count).Select(number => Case(model, number, random)).ToList();
        var tally = new ConformanceTally(model, model.Activities.ToDictionary(step => step, step => step));
        using var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        foreach (var @case in cases) tally.Add(@case);
        var result = tally.Result();
        var table = new Table(FormattableString.Invariant($"Conformance of {count:N0} cases to a procedure of {model.Activities.Count} steps, optimal alignments"), "what", "value");
        table.Add("different ways", cases.Select(each => string.Join(' ', each.Events.Select(done => done.Activity))).Distinct().Count());
        table.Add("seconds", watch.Elapsed.TotalSeconds);
        table.Add("cases/s", count / watch.Elapsed.TotalSeconds);
        table.Add("fitness", (double)result.Fitness!.Value);
        table.Add("peak memory, MB", memory.Megabytes);
        table.Print();
    }

    /// <summary>Three steps, a choice of two ways, four steps in any order, a way back, and five more steps.</summary>
    private static ProcedureModel Procedure()
    {
        var moves = new List<IReadOnlyList<ModelMove>> { new[] { new ModelMove("receive", 1) }, new[] { new ModelMove("check", 2) }, new[] { new ModelMove("assign", 3), new ModelMove("reassign", 3) } };
        string[] parallel = ["survey", "consult", "publish", "measure"];
        for (var done = 0; done < 16; done++)
            moves.Add(done == 15 ? [new ModelMove("appraise", 19)] : [.. Enumerable.Range(0, 4).Where(bit => (done & (1 << bit)) == 0).Select(bit => new ModelMove(parallel[bit], 3 + (done | (1 << bit))))]);
        moves.Add([new ModelMove("draft", 20)]);
        moves.Add([new ModelMove("review", 21), new ModelMove("send back", 19)]);
        moves.Add([new ModelMove("sign", 22)]);
        moves.Add([new ModelMove("number", 23)]);
        moves.Add([new ModelMove("return", 24)]);
        moves.Add([]);
        return new ProcedureModel(moves, new HashSet<int> { 24 });
    }

    /// <summary>A run of the procedure, and one to five harms done to four of five.</summary>
    private static LogCase Case(ProcedureModel model, int number, Random random)
    {
        var run = new List<string>();
        for (var state = 0; model.Moves[state].Count > 0;)
        {
            var move = model.Moves[state][random.Next(model.Moves[state].Count)];
            run.Add(move.Activity!);
            state = move.To;
        }

        var steps = model.Activities.ToList();
        for (var harm = number % 5 == 0 ? 0 : random.Next(1, 6); harm > 0; harm--)
        {
            var at = random.Next(run.Count);
            if (random.Next(3) == 0) run.Insert(at, steps[random.Next(steps.Count)]);
            else if (random.Next(2) == 0 || at == 0) run.RemoveAt(at);
            else (run[at], run[at - 1]) = (run[at - 1], run[at]);
        }

        return new LogCase($"{number}", [.. run.Select((step, place) => new LogEvent(step, DateTimeOffset.UnixEpoch.AddHours(place)))]);
    }
}

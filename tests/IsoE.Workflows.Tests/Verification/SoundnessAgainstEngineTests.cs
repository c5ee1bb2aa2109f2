using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>The gate's verdict on random flowcharts against the engine itself, run through every outcome.</summary>
public class SoundnessAgainstEngineTests
{
    private static readonly HashSet<string> Unsound =
    [
        FindingCodes.Deadlock, FindingCodes.Livelock, FindingCodes.LackOfSynchronisation, FindingCodes.LeftBehind,
    ];

    private static readonly HashSet<string> UnsoundWithData =
        [.. Unsound, FindingCodes.ExpressionFails, FindingCodes.NotExhaustive];

    [Test]
    public void The_verdict_is_what_running_everything_shows([Range(1, 6)] int seed)
    {
        var (sound, unsound) = (0, 0);
        for (var i = 0; i < 200; i++)
        {
            var flow = new FlowGenerator((seed * 1_000) + i).Make();
            var definition = flow.Build();
            var run = new ExhaustiveRun(definition);
            var trouble = run.Trouble();
            var findings = WorkflowVerifier.Verify(definition).Where(finding => Unsound.Contains(finding.Code)).ToList();
            if (!run.IsComplete)
            {
                continue;
            }

            Assert.That(findings.Count > 0, Is.EqualTo(trouble is not null), Told(seed, i, trouble, findings, flow));
            findings.ForEach(finding => AssertReplays(definition, finding, Told(seed, i, trouble, findings, flow)));
            (sound, unsound) = trouble is null ? (sound + 1, unsound) : (sound, unsound + 1);
        }

        Assert.That(sound, Is.GreaterThan(20), "the generator makes sound flows too");
        Assert.That(unsound, Is.GreaterThan(20), "the generator makes unsound flows too");
    }

    [Test]
    public void The_verdict_on_decisions_is_what_running_them_with_every_value_shows([Range(1, 2)] int seed)
    {
        var (sound, dead, unsound) = (0, 0, 0);
        for (var i = 0; i < 150; i++)
        {
            var flow = new DataFlowGenerator((seed * 1_000) + i).Make();
            var definition = flow.Build();
            var run = new ExhaustiveRun(definition, DataFlowGenerator.Inputs, DataFlowGenerator.Entries);
            var trouble = run.Trouble();
            var findings = WorkflowVerifier.Verify(definition, DataFlowGenerator.Context).ToList();
            if (!run.IsComplete)
            {
                continue;
            }

            var told = Told(seed, i, trouble, findings, flow);
            var found = findings.Where(finding => UnsoundWithData.Contains(finding.Code)).ToList();
            Assert.That(found.Count > 0, Is.EqualTo(trouble is not null), told);
            if (trouble is null)
            {
                var never = NeverTaken(definition, run);
                Assert.That(findings.Any(finding => IsAboutNeverTaken(finding, run)), Is.EqualTo(never.Count > 0), $"{string.Join(' ', never)}: {told}");
                dead += never.Count > 0 ? 1 : 0;
            }

            (sound, unsound) = trouble is null ? (sound + 1, unsound) : (sound, unsound + 1);
        }

        TestContext.Out.WriteLine($"sound {sound} of which with dead branches {dead}, unsound {unsound}");
        Assert.That(sound, Is.GreaterThan(10), "the generator makes sound flows too");
        Assert.That(unsound, Is.GreaterThan(10), "the generator makes unsound flows too");
    }

    private static bool IsAboutNeverTaken(Finding finding, ExhaustiveRun run) =>
        finding.Code is FindingCodes.NeverRuns || (finding.Code is FindingCodes.DeadBranch && run.Seen.Contains(finding.ActivityIds[0]));

    private static List<string> NeverTaken(WorkflowDefinition definition, ExhaustiveRun run)
    {
        var graph = FlowGraph.Of(definition.Root);
        var reachable = graph.ReachableFrom([graph.Start!.Id]);
        return
        [
            .. reachable.Where(id => !run.Seen.Contains(id)),
            .. from id in reachable
               where run.Seen.Contains(id) && graph.Activities[id].Type.TypeName is "Elsa.FlowDecision" or "Elsa.FlowSwitch"
               from outcome in graph.Activities[id].Outcomes!
               where !run.Seen.Contains($"{id}:{outcome}") && (outcome != "Default" || graph.Outbound(id).Any(c => c.Port == outcome))
               select $"{id}:{outcome}",
        ];
    }

    /// <summary>Every move of the path is possible in the engine, and what was foretold is there at its end.</summary>
    private static void AssertReplays(WorkflowDefinition definition, Finding finding, string told)
    {
        var run = new ExhaustiveRun(definition);
        var (state, trouble) = run.Start();
        foreach (var move in finding.Moves.TakeWhile(_ => trouble is null))
        {
            var bookmark = state.Bookmarks.Values.FirstOrDefault(open => open.ActivityId == move.ActivityId);
            Assert.That(bookmark, Is.Not.Null, $"{move} is not possible: {told}");
            (state, trouble) = run.Complete(state, bookmark!, move.Outcome);
        }

        var stands = finding.Code == FindingCodes.Livelock || state is { Status: WorkflowStatus.Running, Bookmarks.IsEmpty: true };
        Assert.That(trouble is not null || stands, Is.True, $"nothing is wrong after the path: {told}");
    }

    private static string Told(int seed, int i, string? trouble, List<Finding> findings, Flow flow) =>
        $"seed {(seed * 1_000) + i}: engine {trouble ?? "sound"}, gate "
        + string.Join("; ", findings.Select(f => $"{f.Code} [{string.Join(' ', f.ActivityIds)}] after {string.Join(' ', f.Moves)}"))
        + "\n" + flow.Json();
}

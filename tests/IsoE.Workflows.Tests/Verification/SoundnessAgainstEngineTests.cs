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

using System.Diagnostics;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

public class SoundnessTests
{
    private static IReadOnlyList<Finding> Findings(Flow flow) => WorkflowVerifier.Verify(flow.Build());

    private static string[] Codes(Flow flow) => [.. Findings(flow).Select(finding => finding.Code).Distinct()];

    private static Flow TwoBranches(string mode) => new Flow()
        .Fork("fork", "A", "B").Task("a", "Ok", "Redo").Task("b", "Ok").Join("join", mode).Task("decide", "Yes", "No").Finish()
        .Connect("fork:A>a fork:B>b a:Ok>join a:Redo>a b:Ok>join join>decide decide:Yes>finish decide:No>fork");

    [TestCase("WaitAll")]
    [TestCase("WaitAny")]
    [TestCase("WaitAllActive")]
    public void Branches_that_meet_at_a_join_with_loops_inside_and_around_are_sound(string mode) =>
        Assert.That(Findings(TwoBranches(mode)), Is.Empty);

    [Test]
    public void A_join_of_exclusive_branches_waits_for_ever()
    {
        var flow = new Flow().Task("choose", "Left", "Right").Task("a", "Ok").Task("b", "Ok").Join("join").Finish()
            .Connect("choose:Left>a choose:Right>b a:Ok>join b:Ok>join join>finish");

        var finding = Findings(flow).Single();

        Assert.That(finding.Code, Is.EqualTo(FindingCodes.Deadlock));
        Assert.That(finding.ActivityIds, Is.EqualTo(new[] { "join", "b" }));
        Assert.That(finding.Path.ActivityIds, Is.EqualTo(new[] { "choose", "a" }));
        Assert.That(finding.Path.Connections, Is.EqualTo(new Connection[] { new("choose", "Left", "a"), new("a", "Ok", "join") }));
        Assert.That(finding.Moves, Is.EqualTo(new[] { new Move("choose", "Left"), new Move("a", "Ok") }));
        Assert.That(finding.Message.En, Does.Contain("b (Ok)"));
    }

    [Test]
    public void Parallel_branches_that_meet_without_a_join_are_not_synchronised()
    {
        var flow = new Flow().Fork("fork", "A", "B").Task("a", "Ok").Line("note").Task("b", "Ok").Task("decide", "Ok").Finish()
            .Connect("fork:A>a fork:B>b a:Ok>note note>decide b:Ok>decide decide:Ok>finish");

        Assert.That(Codes(flow), Does.Contain(FindingCodes.LackOfSynchronisation));
    }

    [Test]
    public void An_end_that_cuts_off_a_parallel_branch_leaves_work_behind()
    {
        var flow = new Flow().Fork("fork", "A", "B").Task("a", "Ok").Task("b", "Ok").Finish("end-a").Finish("end-b")
            .Connect("fork:A>a fork:B>b a:Ok>end-a b:Ok>end-b");

        Assert.That(Codes(flow), Is.EqualTo(new[] { FindingCodes.LeftBehind }));
    }

    [Test]
    public void A_loop_that_no_outcome_leaves_is_a_livelock()
    {
        var flow = new Flow().Task("a", "Go", "Stop").Task("b", "Ok").Task("c", "Ok").Finish()
            .Connect("a:Stop>finish a:Go>b b:Ok>c c:Ok>b");

        Assert.That(Codes(flow), Is.EquivalentTo(new[] { FindingCodes.NoWayToEnd, FindingCodes.Livelock }));
    }

    [Test]
    public void Automatic_activities_that_go_round_are_a_livelock()
    {
        var flow = new Flow().Task("a", "Go", "Stop").Line("x").Line("y").Finish().Connect("a:Stop>finish a:Go>x x>y y>x");

        var livelock = Findings(flow).Single(finding => finding.Code == FindingCodes.Livelock);
        Assert.That(livelock.ActivityIds, Does.Contain("x").And.Contain("y"));
    }

    [Test]
    public void An_automatic_loop_that_a_decision_leaves_is_sound()
    {
        var flow = new Flow().Task("a", "Ok").Keep("A").Decision("more", "getVariable('A').again == true").Task("x", "Ok").Keep("A").Finish()
            .Connect("a:Ok>more more:True>x x:Ok>more more:False>finish");

        Assert.That(Findings(flow), Is.Empty);
    }

    [Test]
    public void An_automatic_loop_that_changes_nothing_its_way_out_reads_is_a_livelock()
    {
        var flow = new Flow().Task("a", "Ok").Keep("A").Decision("more", "getVariable('A').again == true").Line("x").Finish()
            .Connect("a:Ok>more more:True>x x>more more:False>finish");

        var finding = Findings(flow).Single();

        Assert.That(finding.Code, Is.EqualTo(FindingCodes.Livelock));
        Assert.That(finding.ActivityIds, Is.EquivalentTo(new[] { "more", "x" }));
    }

    [Test]
    public void A_loop_that_counts_by_itself_is_sound()
    {
        var flow = Counting(Flow.JavaScript("Object", "getN() + 1"));

        Assert.That(Findings(flow), Is.Empty);
    }

    [Test]
    public void A_loop_that_sets_the_same_value_for_ever_is_a_livelock() =>
        Assert.That(Codes(Counting(Flow.Literal("Object", 1))), Is.EqualTo(new[] { FindingCodes.Livelock }));

    private static Flow Counting(JsonObject value) => new Flow().Declare("N").Task("a", "Ok").Decision("more", "getN() < 3")
        .Assign("count", "N", value).Finish()
        .Connect("a:Ok>more more:True>count count>more more:False>finish");

    [Test]
    public void What_stands_behind_a_merge_that_never_starts_never_runs()
    {
        var flow = new Flow().Task("a", "Ok").Line("merge").Merge("Converge").Finish()
            .Connect("a:Ok>merge merge>finish");

        Assert.That(Findings(flow), Is.Empty, "one inbound connection is enough for Converge");
    }

    [Test]
    public void A_converge_that_waits_for_its_own_way_back_is_a_deadlock()
    {
        var flow = new Flow().Task("a", "Ok").Task("merge", "Again", "Ok").Merge("Converge").Finish()
            .Connect("a:Ok>merge merge:Again>merge merge:Ok>finish");

        Assert.That(Codes(flow), Does.Contain(FindingCodes.Deadlock));
    }

    [TestCase(20, "WaitAll")]
    [TestCase(20, "WaitAny")]
    [TestCase(30, "WaitAll")]
    public void Many_parallel_branches_are_judged_in_under_two_seconds(int count, string mode)
    {
        var ids = Enumerable.Range(1, count).ToList();
        var flow = new Flow().Fork("fork", [.. ids.Select(i => $"B{i}")]);
        ids.ForEach(i => flow.Task($"t{i}", "Ok", "Redo").Task($"u{i}", "Ok", "Back"));
        flow.Join("join", mode).Task("decide", "Yes", "No").Finish().Connect("join>decide decide:Yes>finish decide:No>fork");
        ids.ForEach(i => flow.Connect($"fork:B{i}>t{i} t{i}:Ok>u{i} t{i}:Redo>t{i} u{i}:Ok>join u{i}:Back>t{i}"));
        var definition = flow.Build();
        var watch = Stopwatch.StartNew();

        var findings = WorkflowVerifier.Verify(definition);

        Assert.That(findings, Is.Empty);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void A_deadlock_behind_twenty_branches_is_found_in_under_two_seconds()
    {
        var ids = Enumerable.Range(1, 20).ToList();
        var flow = new Flow().Fork("fork", [.. ids.Select(i => $"B{i}")]);
        ids.ForEach(i => flow.Task($"t{i}", "Ok", "Drop"));
        flow.Join("join").Finish().Finish("dropped").Connect("join>finish t20:Drop>dropped");
        ids.ForEach(i => flow.Connect($"fork:B{i}>t{i} t{i}:Ok>join" + (i < 20 ? $" t{i}:Drop>join" : "")));
        var definition = flow.Build();
        var watch = Stopwatch.StartNew();

        var codes = WorkflowVerifier.Verify(definition).Select(finding => finding.Code).ToList();

        Assert.That(codes, Does.Contain(FindingCodes.LeftBehind));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void A_flow_of_a_thousand_activities_is_judged_soon()
    {
        var flow = new Flow();
        for (var i = 0; i < 1_000; i++)
        {
            flow.Task($"t{i}", "Ok", "Back").Connect($"t{i}:Ok>{(i == 999 ? "finish" : $"t{i + 1}")} t{i}:Back>t{Math.Max(0, i - 5)}");
        }

        var definition = flow.Finish().Build();
        var watch = Stopwatch.StartNew();

        Assert.That(WorkflowVerifier.Verify(definition), Is.Empty);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }
}

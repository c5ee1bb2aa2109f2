using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>What the gate adds up against the legal limit of a case: here 40 working hours, or 80 for the case of works.</summary>
public class TimeBudgetTests
{
    private static readonly VerificationContext Context = new(
        Limits: new Dictionary<string, TimeLimit> { ["house"] = TimeLimit.Parse("5wd"), ["works"] = TimeLimit.Parse("10wd") })
    {
        Procedures = new Dictionary<string, KnownProcedure>
        {
            ["other"] = new(
                new Dictionary<string, TimeLimit> { ["short"] = TimeLimit.Parse("2wd"), ["long"] = TimeLimit.Parse("6wd") },
                ["Answered"],
                ValueShape.Any),
        },
    };

    private static Flow Step(Flow flow, string id, string limit, params string[] outcomes) => flow.Task(id, outcomes).Set("timeLimit", limit);

    private static IReadOnlyList<Finding> Findings(Flow flow) => WorkflowVerifier.Verify(flow.Build(), Context);

    /// <summary>The hours the gate says are too many for the case of 40, or null when they fit.</summary>
    private static string? TooMany(Flow flow) => Findings(flow)
        .Where(finding => finding.Code == FindingCodes.TimeOverLimit && finding.Message.En.Contains("'house'", StringComparison.Ordinal))
        .Select(finding => finding.Message.En.Split("take ")[1].Split(' ')[0]).SingleOrDefault();

    [TestCase("3wd", "16h", null)]
    [TestCase("3wd", "17h", "41")]
    [TestCase("960m", "24h", null)]
    [TestCase("7d", "1m", "40.02")]
    public void The_steps_of_a_way_are_added_up_in_working_hours(string first, string second, string? tooMany)
    {
        var flow = Step(Step(new Flow(), "a", first, "Ok"), "b", second, "Ok").Finish().Connect("a:Ok>b b:Ok>finish");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [TestCase("counts", "81")]
    [TestCase("pauses", null)]
    [TestCase("outside", null)]
    public void What_pauses_the_clock_or_is_outside_it_is_not_counted(string clock, string? tooMany)
    {
        var flow = Step(new Flow(), "a", "1h", "Ok");
        Step(flow, "wait", "10wd", "Ok").Set("clock", clock).Finish().Connect("a:Ok>wait wait:Ok>finish");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [Test]
    public void A_loop_that_pauses_the_clock_adds_only_what_is_done_again_outside_it()
    {
        var flow = Step(Step(new Flow(), "check", "8h", "Ok", "Lacks"), "decide", "32h", "Ok");
        Step(flow, "supply", "30d", "Supplied", "Not").Set("clock", "pauses").Finish()
            .Connect("check:Ok>decide check:Lacks>supply supply:Supplied>check supply:Not>finish decide:Ok>finish");

        Assert.That(TooMany(flow), Is.Null, "the second check has the time that the pause gave back");
    }

    [Test]
    public void Every_round_of_a_counted_loop_has_its_own_budget_but_one_round_must_fit()
    {
        Flow Rework(string limit)
        {
            var flow = Step(Step(new Flow(), "draft", limit, "Ok"), "sign", "20h", "Ok", "Back");
            return flow.Finish().Connect("draft:Ok>sign sign:Ok>finish sign:Back>draft");
        }

        Assert.That(TooMany(Rework("20h")), Is.Null);
        Assert.That(TooMany(Rework("21h")), Is.EqualTo("41"));
    }

    [TestCase("40h", "39h", null)]
    [TestCase("41h", "2h", "41")]
    public void Of_parallel_branches_the_longest_counts(string left, string right, string? tooMany)
    {
        var flow = new Flow().Fork("fork", "A", "B");
        Step(Step(flow, "a", left, "Ok"), "b", right, "Ok").Join("join").Finish()
            .Connect("fork:A>a fork:B>b a:Ok>join b:Ok>join join>finish");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [TestCase("WaitAny", "10h", null)]
    [TestCase("WaitAny", "20h", "41")]
    [TestCase("WaitAll", "10h", "81")]
    public void A_race_lasts_as_long_as_its_fastest_branch(string mode, string faster, string? tooMany)
    {
        var flow = new Flow().Fork("fork", "A", "B");
        Step(Step(Step(flow, "slow", "60h", "Ok"), "fast", faster, "Ok").Join("join", mode), "decide", "21h", "Ok").Finish()
            .Connect("fork:A>slow fork:B>fast slow:Ok>join fast:Ok>join join>decide decide:Ok>finish");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [TestCase("counts", "3wd", "48")]
    [TestCase("counts", "2wd", null)]
    [TestCase("pauses", "30wd", null)]
    public void The_clock_of_a_sub_procedure_counts_only_where_it_is_the_own_one(string clock, string limit, string? tooMany)
    {
        var flow = Step(new Flow(), "a", "24h", "Ok").SubProcedure("ask", "Answered").Set("timeLimit", limit).Set("clock", clock).Finish()
            .Connect("a:Ok>ask ask:Answered>finish ask:Done>a");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [TestCase("short", null)]
    [TestCase("long", "57")]
    public void A_sub_procedure_without_a_limit_takes_as_long_as_the_law_lets_it(string @case, string? tooMany)
    {
        var flow = Step(new Flow(), "a", "9h", "Ok").SubProcedure("ask", "Answered").Set("case", @case).Finish()
            .Connect("a:Ok>ask ask:Answered>finish ask:Done>a");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [TestCase("8h", null)]
    [TestCase("9h", "41")]
    public void Of_two_ways_to_the_same_step_the_longer_counts_whichever_is_found_first(string detour, string? tooMany)
    {
        var flow = Step(Step(Step(new Flow(), "a", "8h", "Short", "Long"), "detour", detour, "Ok"), "b", "24h", "Ok", "Back").Finish()
            .Connect("a:Short>b a:Long>detour detour:Ok>b b:Back>a b:Ok>finish");

        Assert.That(TooMany(flow), Is.EqualTo(tooMany));
    }

    [Test]
    public void A_sub_procedure_beside_a_task_counts_as_the_longer_of_the_two()
    {
        var flow = new Flow().Fork("fork", "A", "B");
        Step(flow, "a", "30h", "Ok").SubProcedure("ask", "Answered").Set("timeLimit", "5wd").Join("join").Finish()
            .Connect("fork:A>a fork:B>ask a:Ok>join ask:Answered>join ask:Done>join join>finish");

        Assert.That(TooMany(flow), Is.Null);
    }

    [Test]
    public void Each_case_is_held_against_its_own_limit_with_its_own_time()
    {
        Flow Of(string script) => new Flow().Task("a", "Ok").Computed("timeLimit", script).Finish().Connect("a:Ok>finish");

        Assert.That(Findings(Of("getInput('case') == 'works' ? '80h' : '40h'")), Is.Empty);
        Assert.That(Findings(Of("getInput('case') == 'works' ? '81h' : '40h'")).Single().Message.En, Does.Contain("'works'").And.Contain("81"));
    }

    [Test]
    public void Ways_that_exclude_each_other_are_not_added_up()
    {
        Flow Twice(string second)
        {
            var flow = new Flow().Decision("first", "getInput('case') == 'works'");
            Step(flow, "a", "30h", "Ok").Decision("second", second);
            return Step(flow, "b", "30h", "Ok").Finish()
                .Connect("first:True>a first:False>second a:Ok>second second:True>b second:False>finish b:Ok>finish");
        }

        Assert.That(TooMany(Twice("getInput('case') != 'works'")), Is.Null);
        Assert.That(Findings(Twice("getInput('case') != 'works'")).Select(finding => finding.Code), Is.Empty);
    }

    [Test]
    public void A_counted_step_without_a_limit_is_a_warning()
    {
        var finding = Findings(new Flow().Task("a", "Ok").Finish().Connect("a:Ok>finish")).Single();

        Assert.That((finding.Code, finding.Refuses), Is.EqualTo((FindingCodes.NoTimeLimit, false)));
    }

    [Test]
    public void A_limit_that_depends_on_more_than_the_case_is_refused()
    {
        var flow = new Flow().Task("a", "Ok").Computed("timeLimit", "getInput('form').urgent ? '1h' : '2h'").Finish().Connect("a:Ok>finish");

        var finding = Findings(flow).Single(f => f.Code == FindingCodes.UndecidedTimeLimit);

        Assert.That((finding.Refuses, finding.ActivityIds[0]), Is.EqualTo((true, "a")));
    }
}

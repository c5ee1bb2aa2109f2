using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>What the gate asks of a step that starts another procedure.</summary>
public class SubProcedureCheckTests
{
    private static readonly VerificationContext Context = new()
    {
        Procedures = new Dictionary<string, KnownProcedure>
        {
            ["other"] = new(
                new Dictionary<string, TimeLimit> { ["short"] = TimeLimit.Parse("2wd"), ["long"] = TimeLimit.Parse("6wd") },
                ["Answered", "Refused"],
                ValueShape.Any),
        },
    };

    private static Flow Asks(params string[] outcomes) => new Flow().Task("a", "Ok").SubProcedure("ask", outcomes);

    private static Flow Good() => Asks("Answered", "Refused").Set("case", "short").Finish()
        .Connect("a:Ok>ask ask:Answered>finish ask:Refused>finish ask:Done>a");

    private static IReadOnlyList<Finding> Findings(Flow flow) => WorkflowVerifier.Verify(flow.Build(), Context);

    private static Finding Single(Flow flow, string code) => Findings(flow).Single(finding => finding.Code == code);

    [Test]
    public void A_sub_procedure_whose_every_ending_leads_on_passes() => Assert.That(Findings(Good()), Is.Empty);

    [TestCase("warn")]
    [TestCase("escalate")]
    public void A_stopped_sub_procedure_must_not_end_the_branch_in_silence(string onTimeout)
    {
        var flow = Asks("Answered", "Refused").Set("timeLimit", "3wd").Set("onTimeout", onTimeout).Finish()
            .Connect("a:Ok>ask ask:Answered>finish ask:Refused>finish");

        var finding = Single(flow, FindingCodes.StoppedSubProcedure);

        Assert.That(finding.Refuses, Is.True);
        Assert.That(finding.ActivityIds, Is.EqualTo(new[] { "ask" }));
    }

    [Test]
    public void A_stopped_sub_procedure_goes_on_as_if_its_time_were_over()
    {
        var flow = Asks("Answered", "Refused").Set("timeLimit", "3wd").Set("onTimeout", "Refused").Finish()
            .Connect("a:Ok>ask ask:Answered>finish ask:Refused>finish");

        Assert.That(Findings(flow).Where(finding => finding.Refuses), Is.Empty);
    }

    [Test]
    public void Whether_it_may_be_stopped_is_asked_without_knowing_the_other_procedures()
    {
        var flow = Asks("Answered").Finish().Connect("a:Ok>ask ask:Answered>finish");

        Assert.That(
            WorkflowVerifier.Verify(flow.Build()).Select(finding => finding.Code), Is.EqualTo(new[] { FindingCodes.StoppedSubProcedure }));
    }

    [Test]
    public void The_way_of_a_stopped_sub_procedure_is_walked_like_any_other()
    {
        var flow = Asks("Answered", "Refused").Task("lost", "Again").Finish()
            .Connect("a:Ok>ask ask:Answered>finish ask:Refused>finish ask:Done>lost lost:Again>lost");

        Assert.That(Findings(flow).Select(finding => finding.Code), Does.Contain(FindingCodes.NoWayToEnd).And.Contain(FindingCodes.Livelock));
    }

    [Test]
    public void A_procedure_that_does_not_exist_is_refused() =>
        Assert.That(Single(Good().Change("ask", step => step["procedure"] = Flow.Literal("String", "ghost")), FindingCodes.UnknownProcedure).Message.En, Does.Contain("'ghost'"));

    [Test]
    public void A_case_the_procedure_does_not_have_is_refused() =>
        Assert.That(Single(Good().Change("ask", step => step["case"] = Flow.Literal("String", "huge")), FindingCodes.UnknownCase).Message.En, Does.Contain("'huge'").And.Contain("short, long"));

    [Test]
    public void An_ending_the_step_does_not_expect_is_refused()
    {
        var flow = Asks("Answered").Set("timeLimit", "3wd").Set("onTimeout", "Answered").Finish().Connect("a:Ok>ask ask:Answered>finish");

        var finding = Single(flow, FindingCodes.UnexpectedOutcome);

        Assert.That(finding.Refuses, Is.True);
        Assert.That(finding.Message.En, Does.Contain("'Refused'"));
    }

    [TestCase("short", "2wd", false)]
    [TestCase("short", "15h", true)]
    [TestCase("long", "2wd", true)]
    public void Waiting_less_long_than_the_other_procedure_may_take_is_a_warning(string @case, string limit, bool warns)
    {
        var flow = Good().Change("ask", step =>
        {
            step["case"] = Flow.Literal("String", @case);
            step["timeLimit"] = Flow.Literal("String", limit);
        });

        Assert.That(Findings(flow).Select(finding => (finding.Code, finding.Refuses)), Is.EqualTo(
            warns ? new[] { (FindingCodes.SubProcedureTakesLonger, false) } : []));
    }
}

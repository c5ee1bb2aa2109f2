using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

public class GateTests
{
    private static readonly VerificationContext Context = new(
        Roles: new HashSet<string> { "specialist", "clerk" },
        Records: new HashSet<string> { "sheet" },
        TaskForms: new Dictionary<string, ValueShape>
        {
            ["appraisal"] = new(new Dictionary<string, ValueShape> { ["needsOpinion"] = ValueShape.Any }),
        },
        Inputs: new Dictionary<string, ValueShape>
        {
            ["form"] = new(new Dictionary<string, ValueShape> { ["floors"] = new() { Kind = ValueKind.Number } }),
        },
        Limits: new Dictionary<string, TimeLimit> { ["house"] = TimeLimit.Parse("5wd"), ["works"] = TimeLimit.Parse("10wd") });

    private static Flow Good() => new Flow()
        .Task("appraise", "Valid", "Refused").Set("form", "appraisal").Set("record", "sheet").Keep("Appraisal")
        .Computed("timeLimit", "getInput('case') == 'works' ? '60h' : '20h'")
        .Decision("high", "getInput('form').floors > 3")
        .Task("sign", "Signed", "Back").Set("timeLimit", "2wd").Set("onTimeout", "escalate")
        .Task("supplement", "Supplied").Set("timeLimit", "30d").Set("clock", "pauses").Set("waitsFor", "supplement")
        .Finish()
        .Connect("appraise:Valid>high appraise:Refused>sign high:True>sign high:False>supplement supplement:Supplied>sign sign:Signed>finish sign:Back>appraise");

    private static IReadOnlyList<Finding> Findings(Flow flow) => WorkflowVerifier.Verify(flow.Build(), Context);

    private static void AssertFound(Flow flow, string code, string activity, string said)
    {
        var findings = Findings(flow).Where(finding => finding.Code == code).ToList();
        Assert.That(findings, Has.Count.EqualTo(1), string.Join("\n", Findings(flow).Select(f => $"{f.Code} {f.Message.En}")));
        Assert.That(findings[0].ActivityIds, Does.Contain(activity));
        Assert.That(findings[0].Message.En, Does.Contain(said));
        Assert.That(findings[0].Message.Vi, Does.Contain(activity).Or.Contain("Trường hợp"));
    }

    [Test]
    public void A_definition_in_order_raises_nothing() =>
        Assert.That(Findings(Good()).Select(finding => $"{finding.Code} {finding.Message.En}"), Is.Empty);

    [Test]
    public void An_outcome_that_leads_nowhere_is_found() =>
        AssertFound(new Flow().Task("a", "Ok", "Refused").Finish().Connect("a:Ok>finish"), "unconnected-outcome", "a", "Refused");

    [Test]
    public void A_connection_by_an_outcome_that_does_not_exist_is_found() =>
        AssertFound(new Flow().Task("a", "Ok").Finish().Connect("a:Ok>finish a:Okay>finish"), "unknown-outcome", "a", "Okay");

    [Test]
    public void An_activity_nothing_leads_to_is_found() =>
        AssertFound(new Flow().Task("a", "Ok").Task("lost", "Ok").Finish().Connect("a:Ok>finish lost:Ok>finish"), "unreachable-activity", "lost", "No way");

    [Test]
    public void A_dead_end_in_a_flow_with_an_end_is_found() =>
        AssertFound(new Flow().Task("a", "Ok", "No").Line("note").Finish().Connect("a:Ok>finish a:No>note"), "unconnected-outcome", "note", "Done");

    [Test]
    public void A_flow_without_any_end_may_run_out() =>
        Assert.That(Findings(new Flow().Task("a", "Ok").Line("note").Connect("a:Ok>note")).Where(finding => finding.Refuses), Is.Empty);

    [Test]
    public void A_role_that_does_not_exist_is_found() =>
        AssertFound(new Flow().Task("a", "Ok").Set("role", "wizard").Finish().Connect("a:Ok>finish"), "unknown-role", "a", "wizard");

    [Test]
    public void A_record_that_is_not_in_the_text_is_found() =>
        AssertFound(new Flow().Task("a", "Ok").Set("record", "paper").Finish().Connect("a:Ok>finish"), "unknown-record", "a", "paper");

    [Test]
    public void A_form_that_is_not_in_the_text_is_found() =>
        AssertFound(new Flow().Task("a", "Ok").Set("form", "paper").Finish().Connect("a:Ok>finish"), "unknown-form", "a", "paper");

    [TestCase("getVariable('Appraisl').outcome == 'Valid'", "Appraisal")]
    [TestCase("getVariable('Appraisal').needOpinion", "needsOpinion")]
    [TestCase("getVariable('Appraisal').outcome == 'Vallid'", "Valid")]
    [TestCase("getInput('form').floor > 3", "floors")]
    [TestCase("getInput('cas') == 'x'", "case")]
    public void A_condition_on_a_name_that_is_not_declared_is_found(string condition, string said) =>
        AssertFound(
            new Flow().Task("a", "Valid").Set("form", "appraisal").Keep("Appraisal").Decision("d", condition).Finish()
                .Connect("a:Valid>d d:True>finish d:False>a"),
            "undeclared-name",
            "d",
            said);

    [TestCase("true")]
    [TestCase("1 + 1 == 3")]
    [TestCase("getInput('case') < getInput('case') && false")]
    [TestCase("!(getInput('case') == 'x' && !true)")]
    [TestCase("true || getInput('case') == 'x'")]
    public void A_condition_that_is_always_the_same_is_found(string condition) =>
        AssertFound(
            new Flow().Task("a", "Ok").Decision("d", condition).Finish().Finish("other").Connect("a:Ok>d d:True>finish d:False>other"),
            "constant-condition",
            "d",
            "always");

    [Test]
    public void A_separation_from_a_task_that_does_not_exist_is_found()
    {
        var flow = new Flow().Task("a", "Ok").Finish().Connect("a:Ok>finish");
        flow.First!["separateFrom"] =
            Flow.Literal("String[]", new System.Text.Json.Nodes.JsonArray("ghost"));
        AssertFound(flow, "unknown-separate-from", "a", "ghost");
    }

    [Test]
    public void Steps_that_take_longer_than_the_law_allows_are_found_with_the_longest_way()
    {
        var flow = new Flow()
            .Fork("fork", "A", "B").Task("a", "Ok").Set("timeLimit", "3wd").Task("b", "Ok").Set("timeLimit", "1wd").Join("join")
            .Task("c", "Ok", "Back").Set("timeLimit", "17h").Finish()
            .Connect("fork:A>a fork:B>b a:Ok>join b:Ok>join join>c c:Ok>finish c:Back>fork");

        var finding = Findings(flow).Single();

        Assert.That(finding.Code, Is.EqualTo("time-over-limit"));
        Assert.That(finding.Message.En, Does.Contain("'house'").And.Contain("41 working hours").And.Contain("40 hours"));
        Assert.That(finding.ActivityIds, Is.EqualTo(new[] { "a", "c" }));
        Assert.That(finding.Path.ActivityIds, Is.EqualTo(new[] { "fork", "a", "join", "c" }));
    }

    [TestCaseSource(nameof(Mutants))]
    public void Every_edge_removed_or_outcome_renamed_is_found(string json)
    {
        var read = IsoE.Workflows.Definitions.DefinitionReader.Read(json);
        Assert.That(read.Definition is null || WorkflowVerifier.Verify(read.Definition).Count > 0, Is.True);
    }

    private static IEnumerable<TestCaseData> Mutants()
    {
        foreach (var file in ShippedDefinitions.Files())
        {
            foreach (var (name, json) in ShippedDefinitions.Mutants(file))
            {
                yield return new TestCaseData(json).SetArgDisplayNames($"{Path.GetFileName(Path.GetDirectoryName(file))} {name}");
            }
        }
    }
}

using System.Text.Json.Nodes;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Tests.Procedures;

/// <summary>Whether the people there are can carry a procedure, with its duties kept apart.</summary>
public class StaffingTests
{
    private static readonly Procedure Text = TextOf("1.004873");

    [Test]
    public void Enough_people_pass() =>
        Assert.That(Codes([Sequence("check:specialist:office", "sign:agency_leader::check")], People("An:specialist@office", "Bình:agency_leader")), Is.Empty);

    [Test]
    public void A_role_nobody_holds_is_refused_with_its_steps()
    {
        var finding = Single(Sequence("check:specialist", "seal:clerk"), People("An:specialist"), FindingCodes.Unstaffed);

        Assert.That(finding.ActivityIds, Is.EqualTo(new[] { "seal" }));
        Assert.That(finding.Message.Vi, Does.Contain(Roles.NameOf(Roles.Clerk).Vi).And.Contain("seal"));
    }

    [Test]
    public void A_role_held_in_another_unit_does_not_count()
    {
        var finding = Single(Sequence("check:specialist:office"), People("An:specialist@economy"), FindingCodes.Unstaffed);

        Assert.That(finding.Message.En, Does.Contain("in Office"));
    }

    [Test]
    public void A_unit_the_agency_does_not_have_is_refused() =>
        Assert.That(Codes([Sequence("check:specialist:culture")], People("An:specialist")), Is.EqualTo(new[] { FindingCodes.UnknownUnit }));

    [Test]
    public void An_administrator_is_nobody_who_decides() =>
        Assert.That(Codes([Sequence("check:specialist")], People("An:specialist,tenant_admin")), Is.EqualTo(new[] { FindingCodes.Unstaffed }));

    [Test]
    public void What_a_citizen_does_needs_no_officer() =>
        Assert.That(Codes([Sequence("confirm:citizen")], People("An:specialist")), Is.Empty);

    [TestCase("An:specialist,agency_leader", false)]
    [TestCase("An:specialist,agency_leader|Bình:agency_leader", true)]
    [TestCase("An:specialist,agency_leader|Bình:specialist", true)]
    public void Who_appraises_does_not_sign(string people, bool passes)
    {
        var findings = Findings(Sequence("check:specialist", "sign:agency_leader"), People(people.Split('|')));

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(passes ? [] : new[] { FindingCodes.Inseparable }));
        if (!passes)
        {
            Assert.That(findings[0].Message.En, Does.Contain("SoD-1").And.Contain("An"));
            Assert.That(findings[0].Path.ActivityIds, Does.Contain("check").And.Contain("sign"));
        }
    }

    [TestCase("An:clerk|Bình:clerk", false)]
    [TestCase("An:clerk|Bình:clerk|Chi:clerk", true)]
    public void Three_duties_each_apart_from_the_others_need_three_people(string people, bool passes) =>
        Assert.That(
            Codes([Sequence("a:clerk", "b:clerk::a", "c:clerk::a,b")], People(people.Split('|'))),
            Is.EqualTo(passes ? [] : new[] { FindingCodes.Inseparable }));

    [Test]
    public void Duties_that_never_meet_on_one_way_may_be_one_persons() =>
        Assert.That(Codes([Choice("left:clerk", "right:clerk::left")], People("An:clerk", "Bình:specialist")), Is.Empty);

    [Test]
    public void Being_apart_from_what_only_comes_later_asks_for_nobody_else() =>
        Assert.That(Codes([Sequence("a:clerk::b", "b:clerk")], People("An:clerk")), Is.Empty);

    [TestCase("An:reception_officer,clerk,return_officer", false)]
    [TestCase("An:reception_officer,clerk|Bình:return_officer", true)]
    public void One_person_does_not_receive_settle_and_return(string people, bool passes)
    {
        var codes = Codes([Sequence("settle:clerk:::settled", "return:return_officer:::returned")], People(people.Split('|')), Text);

        Assert.That(codes, passes ? Does.Not.Contain(FindingCodes.Inseparable) : Does.Contain(FindingCodes.Inseparable));
    }

    [TestCase("An:specialist,cashier|Bình:one_stop_head", false)]
    [TestCase("An:specialist|Bình:cashier|Chi:one_stop_head", true)]
    public void Who_sets_a_fee_does_not_collect_it(string people, bool passes)
    {
        var unset = Text.Fees.Select(fee => fee with { Amount = null, Formula = null });
        var text = Text with { Fees = [.. unset.DefaultIfEmpty(new Fee("fee", FeeKind.Fee, new("Phí", "Fee"), null, null, new("", ""), new Source(false, null)))] };

        var found = Findings(Sequence("collect:cashier"), People(people.Split('|')), text).Where(f => f.Code == FindingCodes.Inseparable).ToList();

        Assert.That(found.Select(finding => finding.Message.En.Contains("SoD-3", StringComparison.Ordinal)), Is.EqualTo(passes ? [] : new[] { true }));
    }

    [TestCase("An:cashier", false)]
    [TestCase("An:cashier|Bình:one_stop_head", true)]
    public void A_cashier_does_not_cancel_the_own_receipt(string people, bool passes)
    {
        var found = Findings(Sequence("collect:cashier"), People(people.Split('|')), Text with { Fees = [] })
            .Where(finding => finding.Code == FindingCodes.Inseparable).ToList();

        Assert.That(found.Select(finding => finding.Message.En.Contains("SoD-4", StringComparison.Ordinal)), Is.EqualTo(passes ? [] : new[] { true }));
    }

    [Test]
    public void Where_nobody_may_receive_dossiers_no_separation_from_it_is_told()
    {
        var findings = Findings(Sequence("settle:clerk:::settled", "return:return_officer:::returned"), People("An:clerk", "Bình:return_officer"), Text);

        Assert.That(findings.Select(finding => finding.Code), Does.Not.Contain(FindingCodes.Inseparable));
    }

    [Test]
    public void Without_people_nothing_is_said_of_them() =>
        Assert.That(PublishGate.Check(null, Sequence("check:specialist:nowhere"), Surroundings.None), Is.Empty);

    private static IEnumerable<string> Codes(WorkflowDefinition[] definition, Staff staff, Procedure? text = null) =>
        Findings(definition[0], staff, text).Select(finding => finding.Code);

    private static Finding Single(WorkflowDefinition definition, Staff staff, string code) =>
        Findings(definition, staff).Single(finding => finding.Code == code);

    /// <summary>What is said of the people only; the text is not the definition's own.</summary>
    private static List<Finding> Findings(WorkflowDefinition definition, Staff staff, Procedure? text = null) =>
    [
        .. PublishGate.Check(text, definition, new Surroundings(staff))
            .Where(finding => finding.Code is FindingCodes.Unstaffed or FindingCodes.UnknownUnit or FindingCodes.Inseparable),
    ];

    /// <param name="people">Each <c>name:role,role</c>, or <c>name:role@unit</c>.</param>
    private static Staff People(params string[] people) => new(
        [.. people.Select(Person)],
        new Dictionary<string, Text> { ["office"] = new("Văn phòng", "Office"), ["economy"] = new("Kinh tế", "Economy") });

    private static Actor Person(string written)
    {
        var (name, roles) = (written.Split(':')[0], written.Split(':')[1].Split(','));
        return new Actor("agency", name, name, [.. roles.Select(role => role.Split('@') is [var code, var unit] ? new Grant(code, [unit]) : new Grant(role))]);
    }

    /// <param name="tasks">Each <c>id:role:unit:separateFrom,separateFrom:milestone</c>, one after the other.</param>
    private static WorkflowDefinition Sequence(params string[] tasks) =>
        Define(tasks, [.. tasks.Zip(tasks.Skip(1).Append("finish"), (from, to) => (Id(from), "Ok", Id(to)))]);

    private static WorkflowDefinition Choice(string left, string right) => Define(
        ["choose:specialist", left, right],
        [("choose", "Ok", Id(left)), ("choose", "Other", Id(right)), (Id(left), "Ok", "finish"), (Id(right), "Ok", "finish")]);

    private static string Id(string task) => task.Split(':')[0];

    private static WorkflowDefinition Define(string[] tasks, (string From, string Port, string To)[] ways)
    {
        var read = DefinitionReader.Read(new JsonObject
        {
            ["id"] = "flow-v1",
            ["definitionId"] = "flow",
            ["name"] = "Flow",
            ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. tasks.Select(task => Task(task, ways)), new JsonObject { ["id"] = "finish", ["type"] = "Elsa.Finish", ["version"] = 1 }]),
                ["connections"] = new JsonArray([.. ways.Select(way => new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = way.From, ["port"] = way.Port },
                    ["target"] = new JsonObject { ["activity"] = way.To, ["port"] = "In" },
                })]),
            },
        }.ToJsonString());
        Assert.That(read.Errors, Is.Empty);
        return read.Definition!;
    }

    private static JsonObject Task(string written, (string From, string Port, string To)[] ways)
    {
        var parts = written.Split(':');
        var task = new JsonObject
        {
            ["id"] = parts[0],
            ["type"] = "IsoE.UserTask",
            ["version"] = 1,
            ["title"] = Input("String", parts[0]),
            ["role"] = Input("String", parts[1]),
            ["outcomes"] = Input("String[]", Texts(ways.Where(way => way.From == parts[0]).Select(way => way.Port))),
        };
        if (parts.ElementAtOrDefault(2) is { Length: > 0 } unit) task["unit"] = Input("String", unit);
        if (parts.ElementAtOrDefault(3) is { Length: > 0 } apart) task["separateFrom"] = Input("String[]", Texts(apart.Split(',')));
        if (parts.ElementAtOrDefault(4) is { Length: > 0 } milestone) task["milestone"] = Input("String", milestone);
        return task;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Input(string type, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static Procedure TextOf(string code)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "iso-procedures", $"{code}.md");
        return ProcedureReader.Read(file, File.ReadAllText(file)).Procedure!;
    }
}

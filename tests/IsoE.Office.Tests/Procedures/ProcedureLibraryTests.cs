using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Procedures;

/// <summary>The procedures shipped with the program, and what the library says about broken ones.</summary>
public sealed class ProcedureLibraryTests
{
    private static readonly ProcedureLibrary Library = ProcedureLibrary.Load(AppContext.BaseDirectory);

    private static IEnumerable<ProcedureVersion> Shipped => Library.All;

    [TestCase("1.004873", "3wd")]
    [TestCase("1.001612", "3wd")]
    [TestCase("1.013225", "7wd,10wd")]
    [TestCase("1.001193", "sameday,sameday,1wd")]
    [TestCase("1.000894", "1wd")]
    [TestCase("2.000815", "sameday,2wd")]
    [TestCase("2.000908", "sameday")]
    [TestCase("2.000635", "sameday,sameday")]
    [TestCase("1.013831", "8wd,18wd")]
    [TestCase("3.000333", "10d,15d")]
    [TestCase("NB-01", "3wd")]
    [TestCase("NB-02", "5wd")]
    [TestCase("NB-03", "20h")]
    [TestCase("1.001029", "5wd")]
    [TestCase("2.001628", "10d")]
    [TestCase("2.002409", "30d,45d")]
    [TestCase("2.002396", "30d")]
    [TestCase("1.004222", "7wd,7wd,7wd")]
    [TestCase("3.000347", "5wd")]
    [TestCase("3.000722", "3wd,5wd")]
    [TestCase("NB-04", "1wd")]
    [TestCase("NB-05", "2wd,4wd")]
    [TestCase("NB-06", "2wd")]
    [TestCase("NB-07", "5wd")]
    public void The_shipped_procedures_have_their_legal_limits(string code, string limits) =>
        Assert.That(string.Join(',', Library.Get(code, 1).Procedure.Cases.Select(c => c.Limit)), Is.EqualTo(limits));

    [TestCase("2.002409", "standard", "45d")]
    [TestCase("2.002409", "remote", "60d")]
    [TestCase("2.002396", "standard", "60d,90d")]
    public void The_law_allows_some_limits_to_be_prolonged(string code, string @case, string limits) =>
        Assert.That(string.Join(',', Library.Get(code, 1).Procedure.FindCase(@case)!.Prolongations.Select(p => p.Limit)), Is.EqualTo(limits));

    [TestCaseSource(nameof(Shipped))]
    public void Every_user_task_stands_in_the_step_table(ProcedureVersion version)
    {
        var tasks = version.Definition.Root.SelfAndDescendants().Where(a => a.Type.TypeName == "IsoE.UserTask").Select(a => a.Id);

        Assert.That(version.Steps.Rows.Select(r => r.ActivityId), Is.SupersetOf(tasks));
    }

    [TestCase("1.004873", "standard", 24)]
    [TestCase("1.001612", "standard", 24)]
    [TestCase("1.013225", "house", 56)]
    [TestCase("1.013225", "works", 80)]
    [TestCase("1.000894", "standard", 8)]
    [TestCase("2.000815", "standard", 8)]
    [TestCase("2.000815", "extended", 16)]
    [TestCase("1.013831", "standard", 64)]
    [TestCase("1.013831", "remote", 144)]
    [TestCase("NB-01", "standard", 24)]
    [TestCase("NB-02", "standard", 40)]
    [TestCase("NB-03", "standard", 20)]
    public void The_counted_hours_of_the_main_way_use_up_the_legal_limit(string code, string @case, int hours)
    {
        var onMainWay = MainWay(Library.Get(code, 1));

        Assert.That(onMainWay.Where(r => r.Clock == "counts").Sum(r => r.Limits.Single(l => l.Case.Id == @case).Limit.Value), Is.EqualTo(hours));
    }

    [Test]
    public void A_copy_from_the_register_takes_two_three_two_and_one_hours()
    {
        var steps = Library.Get("2.000908", 1).Steps;

        Assert.That(
            new[] { "receive", "search", "sign", "issue" }.Select(id => steps.Find(id)!.Time().En),
            Is.EqualTo(new[] { "2 working hours", "3 working hours", "2 working hours", "1 working hour" }));
    }

    [Test]
    public void Steps_are_numbered_in_the_order_of_the_flow_the_main_way_first()
    {
        var ids = Library.Get("1.001612", 1).Steps.Rows.Select(r => r.ActivityId);

        Assert.That(ids, Is.EqualTo(new[] { "receive", "appraise", "sign", "issue", "issue-refusal", "return", "receive-supplement", "sign-stop" }));
    }

    [Test]
    public void An_outcome_says_which_steps_follow_and_which_records_arise()
    {
        var appraise = Library.Get("1.001612", 1).Steps.Find("appraise")!;

        var supplement = appraise.Outcomes.Single(o => o.Id == "NeedsSupplement");

        Assert.Multiple(() =>
        {
            Assert.That(supplement.Next, Is.EqualTo(new[] { 7 }));
            Assert.That(supplement.Records.Select(r => r.Form), Is.EqualTo(new[] { "Mẫu số 02" }));
            Assert.That(supplement.Label.Vi, Is.EqualTo("Yêu cầu bổ sung"));
        });
    }

    [Test]
    public void A_limit_that_depends_on_the_case_is_told_for_each_case() =>
        Assert.That(
            Library.Get("1.013225", 1).Steps.Find("inspect-site")!.Time().Vi,
            Is.EqualTo("Nhà ở riêng lẻ: 16 giờ làm việc; Công trình cấp III, cấp IV: 24 giờ làm việc"));

    [TestCaseSource(nameof(Shipped))]
    public void Every_shipped_procedure_can_be_drawn(ProcedureVersion version)
    {
        var diagram = ProcedureDiagram.Of(version, "vi", new FlowPosition(new HashSet<string> { "start" }, new HashSet<string> { version.Definition.Root.Id, version.Steps.Rows[0].ActivityId }));

        Assert.Multiple(() =>
        {
            Assert.That(diagram.Svg(), Does.Contain("<svg"));
            Assert.That(diagram.TextAlternative(), Has.Count.GreaterThan(version.Steps.Rows.Count));
        });
    }

    [Test]
    public void A_procedure_is_in_force_from_its_effective_date_on()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Library.FindInForce("1.001612", new DateOnly(2026, 1, 4)), Is.Null);
            Assert.That(Library.FindInForce("1.001612", new DateOnly(2026, 1, 5)), Is.Not.Null);
        });
    }

    [TestCase("\"value\": \"12h\"", "\"value\": \"13h\"", "receive: Case 'New registration': the steps on this way take 25 working hours, more than the limit of 3 working days (24 hours).")]
    [TestCase("\"value\": \"division_head\"", "\"value\": \"king\"", "is given to a role that does not exist: 'king'.")]
    [TestCase("\"value\": \"signing\"", "\"value\": \"singing\"", "uses the form 'singing', which the procedure's text does not declare.")]
    [TestCase("\"value\": \"business-certificate\"", "\"value\": \"diploma\"", "uses the record 'diploma', which the procedure's text does not declare.")]
    [TestCase("getVariable('Appraisal').outcome == 'Eligible'", "getVariable('Approval').outcome == 'Eligible'", "There is no variable 'Approval'; declared are: Appraisal")]
    public void A_definition_that_does_not_fit_its_text_is_refused_in_a_sentence(string right, string wrong, string expected)
    {
        using var copy = new LibraryCopy();
        copy.Change("workflows/1.001612/v1.json", right, wrong);

        var failure = Assert.Throws<LoadFailedException>(() => ProcedureLibrary.Load(copy.Root))!;

        Assert.That(failure.Problems.Select(p => p.ToString()), Has.Some.Contains(expected));
    }

    [Test]
    public void A_definition_without_a_text_and_a_text_without_a_definition_are_both_told()
    {
        using var copy = new LibraryCopy();
        File.Delete(Path.Combine(copy.Root, "iso-procedures/1.001612.md"));
        File.Delete(Path.Combine(copy.Root, "workflows/1.013225/v1.json"));

        var failure = Assert.Throws<LoadFailedException>(() => ProcedureLibrary.Load(copy.Root))!;

        Assert.That(failure.Problems.Select(p => p.ToString()), Is.EqualTo(new[]
        {
            "iso-procedures/1.013225.md: versions: The definition workflows/1.013225/v1.json is missing.",
            "workflows/1.001612/v1.json: The text iso-procedures/1.001612.md is missing.",
        }));
    }

    private static IEnumerable<StepRow> MainWay(ProcedureVersion version)
    {
        string[] aside = ["issue-refusal"];
        return version.Steps.Rows.Where(r => r.Clock == "counts" && !aside.Contains(r.ActivityId));
    }
}

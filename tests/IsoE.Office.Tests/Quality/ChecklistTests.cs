using IsoE.Office.Organisation;
using IsoE.Office.Quality.Audits;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Quality;

/// <summary>Checklists of audits, made from clauses and from what procedures prescribe.</summary>
public sealed class ChecklistTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        await using var db = _bed.Office.OpenDb();
        db.Add(new Unit { AgencyId = DossierBed.Ward, Code = "one-stop", NameVi = "Trung tâm", NameEn = "Centre", FromOn = Samples.Founded });
        await db.Set<Person>().IgnoreQueryFilters().Where(person => person.Id == "reception" || person.Id == "return").ExecuteUpdateAsync(set => set.SetProperty(person => person.UnitCode, "one-stop"));
        await db.Set<Person>().IgnoreQueryFilters().Where(person => person.Id == "head").ExecuteUpdateAsync(set => set.SetProperty(person => person.UnitCode, "economy"));
        await db.SaveChangesAsync();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task The_counter_is_asked_about_every_step_its_people_do_in_the_procedures_named()
    {
        var lines = await Of("one-stop", "8.2; tiếp nhận, trả kết quả 1.001612");

        Assert.That(lines[0].Ground.Vi, Does.StartWith("8.2"));
        Assert.That(lines.Skip(1).Select(line => line.Ground.Vi), Is.All.StartsWith("1.001612 v"));
        Assert.That(lines, Has.Count.GreaterThan(2));
        Assert.That(lines.Select(line => line.Question.Vi), Has.Some.Contains(Roles.NameOf(Roles.ReceptionOfficer).Vi));
        Assert.That(lines.Select(line => line.Question.Vi), Has.Some.Contains(Roles.NameOf(Roles.ReturnOfficer).Vi));
        Assert.That(lines.Select(line => line.Question.Vi), Has.None.Contains(Roles.NameOf(Roles.AgencyLeader).Vi), "steps of others are asked of others");
    }

    [Test]
    public async Task A_question_names_who_in_what_time_with_which_form_and_record()
    {
        var receive = (await Of("one-stop", "1.001612"))[0];

        Assert.That(receive.Question.En, Does.StartWith("Was it done by: ").And.Contain("in time (").And.Contain("Is “"));
    }

    [Test]
    public async Task Without_a_procedure_in_the_scope_all_one_stop_procedures_are_asked_about()
    {
        var all = await Of("one-stop", "7.5");
        var procedures = all.Skip(1).Select(line => line.Ground.Vi.Split(' ')[0]).Distinct().ToList();

        Assert.That(procedures, Has.Count.GreaterThan(10));
        Assert.That(procedures, Has.None.StartsWith("QT-"));
    }

    [TestCase("8.1.3", "8.1")]
    [TestCase("1.001612 8.1", "8.1")]
    [TestCase("1.8.5")]
    [TestCase("18.5")]
    public async Task Only_the_number_of_a_clause_is_one(string scope, params string[] clauses) =>
        Assert.That((await Of("one-stop", scope)).Select(line => line.Ground.Vi.Split(' ')[0]).Where(ClauseMap.Get(null).Clauses.Select(clause => clause.Id).Contains), Is.EqualTo(clauses));

    [TestCase("QT-04", true)]
    [TestCase("QT-044", false)]
    [TestCase("XQT-04", false)]
    public async Task Only_the_whole_code_of_a_procedure_names_it(string scope, bool isNamed) =>
        Assert.That((await Of("economy", scope)).Any(line => line.Ground.Vi.StartsWith("QT-04", StringComparison.Ordinal)), Is.EqualTo(isNamed));

    [Test]
    public async Task A_unit_where_nobody_works_is_asked_about_no_step() => Assert.That(await Of("nowhere", "QT-04"), Is.Empty);

    private Task<IReadOnlyList<ChecklistLine>> Of(string unit, string scope) => _bed.Run<MakeChecklist, IReadOnlyList<ChecklistLine>>(async make =>
        [.. make.Of(unit, scope, await make.RolesByUnit(Today, default), Today)]);
}

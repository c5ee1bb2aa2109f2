using IsoE.Office.Organisation;
using IsoE.Office.Quality.Audits;
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
    public async Task Without_a_procedure_in_the_scope_all_one_stop_procedures_are_asked_about_and_a_code_is_no_clause()
    {
        var all = await Of("one-stop", "7.5");
        var procedures = all.Skip(1).Select(line => line.Ground.Vi.Split(' ')[0]).Distinct().ToList();

        Assert.That(procedures, Has.Count.GreaterThan(10));
        Assert.That(procedures, Has.None.StartsWith("QT-"));
        Assert.That((await Of("one-stop", "1.001612 8.1.3")).Count(line => !line.Ground.Vi.Contains(" v", StringComparison.Ordinal)), Is.EqualTo((await Of("one-stop", "8.1")).Count(line => !line.Ground.Vi.Contains(" v", StringComparison.Ordinal))));
        Assert.That((await Of("nowhere", "QT-04")).Where(line => line.Ground.Vi.StartsWith("QT-04", StringComparison.Ordinal)), Is.Empty);
    }

    private Task<IReadOnlyList<ChecklistLine>> Of(string unit, string scope) => _bed.Run<MakeChecklist, IReadOnlyList<ChecklistLine>>(async make =>
        [.. make.Of(unit, scope, await make.RolesByUnit(Today, default), Today)]);
}

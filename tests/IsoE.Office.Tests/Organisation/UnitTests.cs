using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Organisation;

/// <summary>Units and positions change from a day on; what was stays as it was. Today is Monday 02/11/2026.</summary>
public sealed class UnitTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_renamed_unit_keeps_its_old_name_before_that_day()
    {
        await Save(new UnitForm("economy", "Phòng Kinh tế, Hạ tầng và Đô thị", null, null, Today));

        await using var db = _bed.Office.OpenDb();
        var units = db.Set<Unit>().IgnoreQueryFilters().Where(unit => unit.AgencyId == DossierBed.Ward);
        Assert.That((await units.On(Today.AddDays(-1), default))["economy"].NameVi, Is.EqualTo("Phòng Kinh tế"));
        Assert.That((await units.On(Today, default))["economy"].NameVi, Is.EqualTo("Phòng Kinh tế, Hạ tầng và Đô thị"));
        Assert.That(await units.InForce(Today).CountAsync(unit => unit.Code == "economy"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_has_not_become_history_can_be_put_right()
    {
        await Save(new UnitForm("digital", "Tổ Chuyển đổi xố", null, "economy", Today), isNew: true);
        await Save(new UnitForm("digital", "Tổ Chuyển đổi số", null, "economy", Today));

        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Set<Unit>().IgnoreQueryFilters().Where(unit => unit.Code == "digital").Select(unit => unit.NameVi).ToListAsync(), Is.EqualTo(new[] { "Tổ Chuyển đổi số" }));
    }

    [TestCase("economy", "Phòng Kinh tế", "economy", "2026-11-02", "parent-circle")]
    [TestCase("economy", "Phòng Kinh tế", "moon", "2026-11-02", "parent-unknown")]
    [TestCase("economy", " ", null, "2026-11-02", "name-missing")]
    [TestCase("economy", "Phòng Kinh tế", null, "2025-07-01", "period-date")]
    [TestCase("moon", "Phòng Trăng", null, "2026-11-02", "unknown")]
    public async Task A_change_that_does_not_fit_is_refused(string unit, string name, string? parent, string from, string code) =>
        Assert.That((await Refused(() => Save(new UnitForm(unit, name, null, parent, DateOnly.Parse(from, null))))).Code, Is.EqualTo(code));

    [TestCase("economy", "code-taken")]
    [TestCase("Kinh tế", "code-form")]
    public async Task A_new_unit_needs_a_code_of_its_own(string unit, string code) =>
        Assert.That((await Refused(() => Save(new UnitForm(unit, "Phòng mới", null, null, Today), isNew: true))).Code, Is.EqualTo(code));

    [Test]
    public async Task A_unit_with_people_in_it_cannot_end_and_they_are_named()
    {
        await Move("clerk", "economy");

        var refusal = await Refused(() => Close("economy", "culture"));

        Assert.That((refusal.Code, refusal.Reason.Vi.Contains("Lý Thị Hạnh", StringComparison.Ordinal)), Is.EqualTo(("unit-staffed", true)));
    }

    [Test]
    public async Task The_work_of_an_ended_unit_passes_to_its_successor()
    {
        await Give("clerk", Roles.Specialist, "culture");
        await Close("economy", "culture");

        var before = (await _bed.As("clerk")).GrantFor(Roles.Specialist, "economy", null);
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        var after = (await _bed.As("clerk")).GrantFor(Roles.Specialist, "economy", null);

        Assert.That(before, Is.Null, "the unit stands up to and including its last day");
        Assert.That(after, Is.Not.Null);
        Assert.That((await Refused(() => Save(new UnitForm("economy", "Phòng Kinh tế mới", null, null, Today.AddDays(5))))).Code, Is.EqualTo("ended"));
    }

    [TestCase("economy")]
    [TestCase("moon")]
    public async Task A_successor_has_to_be_another_unit_that_stands(string successor) =>
        Assert.That((await Refused(() => Close("economy", successor))).Code, Is.EqualTo("successor"));

    [Test]
    public async Task A_position_changes_its_title_from_a_day_on_and_ends_when_nobody_holds_it()
    {
        var admin = await _bed.As("admin");
        await SavePosition(new PositionForm("expert", "Chuyên viên", null, null, Samples.Founded), isNew: true);
        await SavePosition(new PositionForm("expert", "Chuyên viên chính", null, "TL.", Today), isNew: false);
        await _bed.Run<SavePerson, Person>(save => save.Run(admin, new PersonForm("clerk", "Lý Thị Hạnh", null, "expert", null, null, Samples.Founded, null), default));

        var held = await Refused(() => _bed.Run<ClosePosition>(close => close.Run(admin, "expert", Today, null, default)));

        await using var db = _bed.Office.OpenDb();
        var positions = db.Set<Position>().IgnoreQueryFilters();
        Assert.That((await positions.On(Today.AddDays(-1), default))["expert"].NameVi, Is.EqualTo("Chuyên viên"));
        Assert.That((await positions.On(Today, default))["expert"].SigningCapacity, Is.EqualTo("TL."));
        Assert.That((held.Code, held.Reason.Vi.Contains("Lý Thị Hạnh", StringComparison.Ordinal)), Is.EqualTo(("position-held", true)));

        Task SavePosition(PositionForm form, bool isNew) => _bed.Run<SavePosition, Position>(save => save.Run(admin, form, isNew, default));
    }

    [Test]
    public async Task Only_administrators_change_units()
    {
        var leader = await _bed.As("leader");

        var refusal = await Refused(() => _bed.Run<CloseUnit>(close => close.Run(leader, "economy", Today, null, default)));

        Assert.That(refusal.Code, Is.EqualTo("not-allowed"));
    }

    private async Task Save(UnitForm form, bool isNew = false)
    {
        var admin = await _bed.As("admin");
        await _bed.Run<SaveUnit, Unit>(save => save.Run(admin, form, isNew, default));
    }

    private async Task Close(string code, string? successor)
    {
        var admin = await _bed.As("admin");
        await _bed.Run<CloseUnit>(close => close.Run(admin, code, Today, successor, default));
    }

    private async Task Move(string person, string unit)
    {
        var admin = await _bed.As("admin");
        await _bed.Run<SavePerson, Person>(save => save.Run(admin, new PersonForm(person, "Lý Thị Hạnh", unit, null, null, null, Samples.Founded, null), default));
    }

    private async Task Give(string person, string role, string unit)
    {
        var admin = await _bed.As("admin");
        await _bed.Run<GiveRole, PersonRole>(give => give.Run(admin, person, role, unit, Today, default));
    }

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;
}

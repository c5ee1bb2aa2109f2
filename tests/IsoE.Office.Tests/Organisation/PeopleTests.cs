using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Organisation;

public sealed class PeopleTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task An_administrator_adds_a_person_who_then_has_the_role_given()
    {
        var admin = await _bed.As("admin");
        var person = await _bed.Run<SavePerson, Person>(command => command.Run(
            admin, new PersonForm(null, "Trịnh Thị Mơ", "economy", null, null, null, Samples.Founded, null), default));

        await Give(person.Id, Roles.Specialist, "economy");

        var actor = await _bed.As(person.Id);
        Assert.That(actor.GrantFor(Roles.Specialist, "economy", null), Is.Not.Null);
        Assert.That(actor.GrantFor(Roles.Specialist, "culture", null), Is.Null);
    }

    [Test]
    public async Task A_role_ends_on_its_last_day()
    {
        var admin = await _bed.As("admin");

        await _bed.Run<EndRole>(command => command.Run(admin, "clerk-clerk", new DateOnly(2026, 11, 2), default));

        Assert.That((await _bed.As("clerk")).Has(Roles.Clerk));
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await _bed.As("clerk")).Has(Roles.Clerk), Is.False);
    }

    [TestCase("specialist", "wizard", null, "role-unknown")]
    [TestCase("specialist", Roles.Clerk, "moon", "unit-unknown")]
    [TestCase("nobody", Roles.Clerk, null, "person-unknown")]
    [TestCase("specialist", Roles.Specialist, null, "role-held")]
    [TestCase("specialist", Roles.TenantAdmin, null, "sod-7")]
    [TestCase("admin", Roles.AgencyLeader, null, "sod-7")]
    public async Task A_role_that_does_not_fit_is_refused(string person, string role, string? unit, string code) =>
        Assert.That((await Assert.ThrowsAsync<RejectedException>(() => Give(person, role, unit)))!.Code, Is.EqualTo(code));

    [Test]
    public async Task Only_administrators_change_people()
    {
        var leader = await _bed.As("leader");

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<SavePerson, Person>(command => command.Run(
            leader, new PersonForm(null, "Trịnh Thị Mơ", null, null, null, null, Samples.Founded, null), default)));

        Assert.That(refusal!.Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task A_person_needs_a_name_and_days_in_order()
    {
        var admin = await _bed.As("admin");
        var good = new PersonForm(null, "Trịnh Thị Mơ", null, null, null, null, Samples.Founded, null);

        Assert.That((await Refused(good with { FullName = " " })).Code, Is.EqualTo("person-name"));
        Assert.That((await Refused(good with { ToOn = Samples.Founded.AddDays(-1) })).Code, Is.EqualTo("person-dates"));
        Assert.That((await Refused(good with { Id = "nobody" })).Code, Is.EqualTo("person-unknown"));

        async Task<RejectedException> Refused(PersonForm form) =>
            (await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<SavePerson, Person>(command => command.Run(admin, form, default))))!;
    }

    [Test]
    public async Task Who_has_left_cannot_sign_in()
    {
        var admin = await _bed.As("admin");
        await _bed.Run<SavePerson, Person>(command => command.Run(
            admin, new PersonForm("clerk", "Lý Thị Hạnh", null, null, null, null, Samples.Founded, new DateOnly(2026, 11, 1)), default));

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _bed.As("clerk"));

        Assert.That(refusal!.Code, Is.EqualTo("person-left"));
    }

    private async Task Give(string person, string role, string? unit)
    {
        var admin = await _bed.As("admin");
        await _bed.Run<GiveRole, PersonRole>(command => command.Run(admin, person, role, unit, new DateOnly(2026, 11, 2), default));
    }
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeRoles = IsoE.Office.Organisation.Roles;

namespace IsoE.Office.Tests.Organisation;

public sealed class OrganisationAsOfTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task What_was_given_ended_or_renamed_later_does_not_count()
    {
        var before = await Roles(_bed.Clock.Now);
        var then = _bed.Clock.Now;
        _bed.Clock.Advance(TimeSpan.FromHours(1));
        await Change(db =>
        {
            var person = db.Set<Person>().IgnoreQueryFilters().Single(each => each.Id == "specialist" && each.AgencyId == DossierBed.Ward);
            person.FullName = "Tên Mới";
            var ended = db.Set<PersonRole>().IgnoreQueryFilters().First(each => each.PersonId == "clerk" && each.AgencyId == DossierBed.Ward);
            (ended.ToOn, ended.EndedAt, ended.EndedBy) = (new DateOnly(2026, 11, 1), _bed.Clock.Now, "admin");
            db.Add(new PersonRole
            {
                AgencyId = DossierBed.Ward,
                Id = "late",
                PersonId = "specialist",
                Role = OfficeRoles.AgencyLeader,
                FromOn = new DateOnly(2026, 1, 1),
                GivenBy = "admin",
                GivenAt = _bed.Clock.Now,
            });
        });

        Assert.That(await Roles(then), Is.EqualTo(before));
        var now = await Roles(_bed.Clock.Now);
        Assert.That(now.Select(role => role.Person), Has.Some.EqualTo("Tên Mới"));
        Assert.That(now, Has.None.Matches<RoleAsOf>(role => role is { PersonId: "clerk", Role: OfficeRoles.Clerk }));
        Assert.That(now, Has.Some.Matches<RoleAsOf>(role => role is { PersonId: "specialist", Role: OfficeRoles.AgencyLeader }));
    }

    private Task<IReadOnlyList<RoleAsOf>> Roles(DateTimeOffset at) =>
        _bed.Run<OrganisationAsOf, IReadOnlyList<RoleAsOf>>(read => read.Run(at, default));

    private async Task Change(Action<OfficeDb> change)
    {
        var actor = await _bed.As("auditor");
        using var scope = _bed.Office.Enter(DossierBed.Ward);
        change(scope.ServiceProvider.GetRequiredService<OfficeDb>());
        await scope.ServiceProvider.GetRequiredService<OrganisationLog>().Save(actor, default);
    }
}

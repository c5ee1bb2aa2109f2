using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Demo;

/// <summary>Writes the sample agencies, units, positions, people and roles; later the accounts.</summary>
internal sealed class SeedOrganisation(IDbContextFactory<OfficeDb> databases, TimeProvider clock)
{
    /// <summary>The day since which the sample people work at their agencies: two-level local government began.</summary>
    private static readonly DateOnly Since = new(2025, 7, 1);

    /// <summary>The agencies that are not there yet, with their people, in one transaction.</summary>
    public async Task Agencies(SampleAgencies samples, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var there = await db.Set<Agency>().Select(a => a.Id).ToListAsync(cancel);
        foreach (var agency in samples.Agencies.Where(a => !there.Contains(a.Id))) Add(db, agency);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// The accounts, all with the sample password. They come last: while there are none, the samples are not complete.
    /// </summary>
    public async Task Accounts(SampleAgencies samples, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var there = await db.Set<Account>().Select(a => a.UserName).ToListAsync(cancel);
        string? hash = null;
        foreach (var agency in samples.Agencies)
            foreach (var person in agency.People.Where(p => !there.Contains(p.User)))
            {
                var account = NewAccount(agency, person);
                // One hash for all: the password is no secret, and hashing it for everybody would take seconds.
                account.PasswordHash = hash ??= new PasswordHasher<Account>().HashPassword(account, samples.Password);
                db.Add(account);
            }
        await db.SaveChangesAsync(cancel);
    }

    private static Account NewAccount(SampleAgency agency, SamplePerson person) => new()
    {
        AgencyId = agency.Id,
        PersonId = SampleIds.Person(person.User),
        UserName = person.User,
        NormalizedUserName = person.User.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email?.ToUpperInvariant(),
        SecurityStamp = SampleIds.Person(person.User),
        LockoutEnabled = true,
    };

    private void Add(OfficeDb db, SampleAgency agency)
    {
        db.Add(new Agency
        {
            Id = agency.Id,
            NameVi = agency.Name.Vi,
            NameEn = agency.Name.En,
            ParentId = agency.Parent,
            Level = agency.Level,
            Kind = agency.Kind,
            Address = agency.Address,
            Phone = agency.Phone,
            Place = agency.Place,
            FromOn = Since,
        });
        foreach (var unit in agency.Units)
            db.Add(new Unit { AgencyId = agency.Id, Code = unit.Code, NameVi = unit.Name.Vi, NameEn = unit.Name.En, ParentCode = unit.Parent, FromOn = Since });
        foreach (var position in agency.Positions)
            db.Add(new Position { AgencyId = agency.Id, Code = position.Code, NameVi = position.Name.Vi, NameEn = position.Name.En, SigningCapacity = position.Capacity, FromOn = Since });
        foreach (var person in agency.People) Add(db, agency, person);
        if (agency.Queue is { } queue) SeedQueue.Add(db, agency.Id, queue);
    }

    private void Add(OfficeDb db, SampleAgency agency, SamplePerson person)
    {
        var id = SampleIds.Person(person.User);
        db.Add(new Person
        {
            AgencyId = agency.Id,
            Id = id,
            FullName = person.Name,
            UnitCode = person.Unit,
            PositionCode = person.Position,
            Email = person.Email,
            Phone = person.Phone,
            FromOn = Since,
        });
        foreach (var role in person.Roles)
            db.Add(new PersonRole
            {
                AgencyId = agency.Id,
                Id = SampleIds.Person($"{person.User} {role}"),
                PersonId = id,
                Role = role,
                UnitCode = person.UnitOf(role),
                FromOn = Since,
                GivenBy = Actor.SystemId,
                GivenAt = clock.GetUtcNow(),
            });
    }
}

using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Works out who a person is today: own roles, roles shared as a deputy, roles delegated to them.</summary>
public sealed class ResolveActor(OfficeDb db, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>person-unknown</c>, <c>person-left</c>.</exception>
    public async Task<Actor> Run(string agencyId, string personId, CancellationToken cancel)
    {
        var today = AgencyTime.Today(clock);
        var person = await db.Set<Person>().IgnoreQueryFilters().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AgencyId == agencyId && row.Id == personId, cancel)
            ?? throw new RejectedException("person-unknown", new Text(
                "Tài khoản không gắn với người nào của cơ quan. Đề nghị liên hệ quản trị hệ thống.",
                "The account belongs to no person of the agency. Ask the administrator."));
        if (!person.WorksOn(today))
            throw new RejectedException("person-left", new Text(
                $"{person.FullName} không còn công tác tại cơ quan nên không thể đăng nhập.",
                $"{person.FullName} does not work at the agency today and cannot sign in."));
        var tree = await UnitTree.Load(db, agencyId, today, cancel);
        var grants = await Grants(agencyId, personId, today, tree, cancel);
        return new Actor(agencyId, personId, person.FullName, grants) { Units = tree.WithAbove(person.UnitCode) };
    }

    private async Task<IReadOnlyList<Grant>> Grants(
        string agencyId, string personId, DateOnly today, UnitTree tree, CancellationToken cancel)
    {
        var own = await db.Set<PersonRole>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.PersonId == personId).ToListAsync(cancel);
        var shared = await db.Set<Deputy>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.DeputyId == personId).ToListAsync(cancel);
        var delegated = await db.Set<Delegation>().IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == agencyId && row.ToPersonId == personId).ToListAsync(cancel);
        return Grants(own, shared, delegated, today, tree);
    }

    /// <summary>What the papers of one person give on a day.</summary>
    internal static IReadOnlyList<Grant> Grants(
        IEnumerable<PersonRole> own, IEnumerable<Deputy> shared, IEnumerable<Delegation> delegated, DateOnly today, UnitTree tree) =>
    [
        .. own.Where(row => row.HoldsOn(today)).Select(row => new Grant(row.Role, tree.WithBelow(row.UnitCode), Procedure: row.ProcedureCode)),
        .. shared.Where(row => row.HoldsOn(today))
            .Select(row => new Grant(row.Role, tree.WithBelow(row.UnitCode), OnBehalfOf: row.HeadId)),
        .. delegated.Where(row => row.HoldsOn(today)).Select(row => new Grant(
            row.Role, tree.WithBelow(row.UnitCode), row.Id, row.FromPersonId, row.ProcedureCode)),
    ];
}

using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>Gives a person a role from a day on.</summary>
public sealed class GiveRole(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <param name="unitCode">The unit it is limited to; null for the whole agency.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>role-unknown</c>, <c>person-unknown</c>, <c>unit-unknown</c>, <c>role-held</c>, <c>auditor-invited</c>, <c>sod-7</c>.
    /// </exception>
    public async Task<PersonRole> Run(
        Actor actor, string personId, string role, string? unitCode, DateOnly fromOn, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        if (role == Roles.ExternalAuditor)
            throw new RejectedException("auditor-invited", new Text(
                "Đánh giá viên bên ngoài được mời ở trang Chất lượng, có ngày cuối và phạm vi; Đại diện lãnh đạo về chất lượng hoặc lãnh đạo mời.",
                "External auditors are invited on the page Quality, with a last day and a scope, by the quality representative or a leader."))
            { Field = "Role" };
        await Check(personId, role, unitCode, cancel);
        var held = await db.Set<PersonRole>().AsNoTracking().Where(row => row.PersonId == personId).ToListAsync(cancel);
        CheckAgainst(held, role, unitCode, fromOn);
        var now = clock.GetUtcNow();
        var given = new PersonRole
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(now),
            PersonId = personId,
            Role = role,
            UnitCode = unitCode,
            FromOn = fromOn,
            GivenBy = actor.PersonId,
            GivenAt = now,
        };
        db.Add(given);
        await log.Save(actor, cancel);
        return given;
    }

    private async Task Check(string personId, string role, string? unitCode, CancellationToken cancel)
    {
        if (!Roles.All.ContainsKey(role))
            throw new RejectedException("role-unknown", new Text(
                $"Không có vai trò “{role}”. Chọn một trong: {string.Join(", ", Roles.All.Keys)}.",
                $"There is no role “{role}”. Choose one of: {string.Join(", ", Roles.All.Keys)}."))
            { Field = "Role" };
        if (!await db.Set<Person>().AnyAsync(person => person.Id == personId, cancel))
            throw new RejectedException("person-unknown", new Text(
                "Không tìm thấy người này trong cơ quan.", "There is no such person at the agency."))
            { Field = "PersonId" };
        if (unitCode is not null && !await db.Set<Unit>().InForce(AgencyTime.Today(clock)).AnyAsync(unit => unit.Code == unitCode, cancel))
            throw new RejectedException("unit-unknown", new Text(
                $"Cơ quan không có đơn vị “{unitCode}”.", $"The agency has no unit “{unitCode}”."))
            { Field = "UnitCode" };
    }

    private static void CheckAgainst(List<PersonRole> held, string role, string? unitCode, DateOnly fromOn)
    {
        var current = held.Where(row => row.ToOn is null || row.ToOn >= fromOn).ToList();
        if (current.Exists(row => row.Role == role && row.UnitCode == unitCode))
            throw new RejectedException("role-held", new Text(
                $"Người này đang giữ vai trò {Roles.NameOf(role).Vi}.", $"The person already holds the role {Roles.NameOf(role).En}."))
            { Field = "Role" };
        if (current.Exists(row => Roles.Administrators.Contains(row.Role) != Roles.Administrators.Contains(role)))
            throw new RejectedException("sod-7", new Text(
                "Một người không thể vừa quản trị hệ thống vừa giải quyết hồ sơ (SoD-7). Kết thúc vai trò kia trước.",
                "Nobody can both administer the system and work on dossiers (SoD-7). End the other role first."))
            { Field = "Role" };
    }
}

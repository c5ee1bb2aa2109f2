using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>An external auditor as they are invited.</summary>
/// <param name="UnitCode">The unit they may look at, with those below it; null for the whole agency.</param>
/// <param name="ProcedureCode">The procedure they may look at; null for all. Not together with a unit.</param>
/// <param name="FromOn">First day, <paramref name="ToOn"/> the last: access ends by itself.</param>
public sealed record AuditorInvitation(
    string CommandId, string FullName, string Organisation, string? Email, string? UnitCode, string? ProcedureCode, DateOnly FromOn, DateOnly ToOn);

/// <summary>
/// Invites an external auditor for some days and a scope: they read, and change nothing. The administrator opens the account (SoD-7);
/// it stops working on the day after the last.
/// </summary>
public sealed class InviteAuditor(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    private const int MostDays = 366;

    /// <returns>The person; for an invitation sent again, the one of the first.</returns>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>person-name</c>, <c>invitation-organisation</c>, <c>invitation-dates</c>, <c>invitation-scope</c>,
    /// <c>unit-unknown</c>, <c>busy</c>.
    /// </exception>
    public async Task<Person> Run(Actor actor, AuditorInvitation invitation, CancellationToken cancel)
    {
        Permit.Require(actor, Right.InviteAuditor);
        Permit.RefuseAdministrators(actor);
        var now = clock.GetUtcNow();
        await Check(invitation, AgencyTime.Today(clock), cancel);
        var id = RowId.Of("auditor", actor.AgencyId, invitation.CommandId);
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } known) return known;
        var person = new Person
        {
            AgencyId = actor.AgencyId,
            Id = id,
            FullName = VietnameseText.Compose($"{invitation.FullName.Trim()} ({invitation.Organisation.Trim()})"),
            Email = invitation.Email?.Trim(),
            FromOn = invitation.FromOn,
            ToOn = invitation.ToOn,
        };
        db.Add(person);
        db.Add(new PersonRole
        {
            AgencyId = actor.AgencyId,
            Id = RowId.Of("auditor-role", actor.AgencyId, invitation.CommandId),
            PersonId = id,
            Role = Roles.ExternalAuditor,
            UnitCode = invitation.UnitCode,
            ProcedureCode = invitation.ProcedureCode,
            FromOn = invitation.FromOn,
            ToOn = invitation.ToOn,
            GivenBy = actor.PersonId,
            GivenAt = now,
        });
        await log.Save(actor, cancel);
        return person;
    }

    private async Task Check(AuditorInvitation invitation, DateOnly today, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(invitation.FullName)) throw Refused("person-name", nameof(invitation.FullName), "Nhập họ và tên.", "Enter the full name.");
        if (string.IsNullOrWhiteSpace(invitation.Organisation)) throw Refused(
            "invitation-organisation", nameof(invitation.Organisation), "Nhập tổ chức mà người đó đại diện.", "Enter the organisation they come from.");
        if (invitation.ToOn < invitation.FromOn || invitation.ToOn < today || invitation.ToOn > invitation.FromOn.AddDays(MostDays)) throw Refused(
            "invitation-dates", nameof(invitation.ToOn), $"Ngày cuối phải từ ngày đầu và từ hôm nay trở đi, không quá {MostDays} ngày.",
            $"The last day has to be the first or later, not past, and within {MostDays} days.");
        if (invitation is { UnitCode: not null, ProcedureCode: not null }) throw Refused(
            "invitation-scope", nameof(invitation.ProcedureCode), "Chọn đơn vị hoặc quy trình; cần cả hai thì mời hai lần.", "Choose a unit or a procedure; for both, invite twice.");
        if (invitation.UnitCode is { } unit && !await db.Set<Unit>().InForce(today).AnyAsync(row => row.Code == unit, cancel)) throw Refused(
            "unit-unknown", nameof(invitation.UnitCode), $"Cơ quan không có đơn vị “{unit}”.", $"The agency has no unit “{unit}”.");
    }

    private static RejectedException Refused(string code, string field, string vi, string en) => new(code, new Text(vi, en)) { Field = field };
}

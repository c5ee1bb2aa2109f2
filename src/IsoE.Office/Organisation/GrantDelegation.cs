using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>What a delegation is asked for with.</summary>
/// <param name="ProcedureCode">The one procedure it is limited to; null for all.</param>
/// <param name="DocumentNumber">Number and symbol of the authorising document.</param>
public sealed record DelegationForm(
    string FromPersonId,
    string ToPersonId,
    string Role,
    string? UnitCode,
    string? ProcedureCode,
    DateOnly FromOn,
    DateOnly ToOn,
    string DocumentNumber,
    DateOnly DocumentOn);

/// <summary>Puts a numbered delegation in force. Only a role held in one's own right can be delegated (SoD-9).</summary>
public sealed class GrantDelegation(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>delegation-dates</c>, <c>delegation-document</c>, <c>sod-9</c>.</exception>
    public async Task<Delegation> Run(Actor actor, DelegationForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ApproveDelegation);
        Permit.RefuseAdministrators(actor);
        CheckPaper(form);
        await CheckOwnRight(form, cancel);
        var now = clock.GetUtcNow();
        var delegation = new Delegation
        {
            AgencyId = actor.AgencyId,
            Id = RowId.New(now),
            FromPersonId = form.FromPersonId,
            ToPersonId = form.ToPersonId,
            Role = form.Role,
            UnitCode = form.UnitCode,
            ProcedureCode = form.ProcedureCode,
            FromOn = form.FromOn,
            ToOn = form.ToOn,
            DocumentNumber = form.DocumentNumber.Trim(),
            DocumentOn = form.DocumentOn,
            ApprovedBy = actor.PersonId,
            ApprovedAt = now,
        };
        db.Add(delegation);
        await log.Save(actor, cancel);
        return delegation;
    }

    private static void CheckPaper(DelegationForm form)
    {
        if (form.ToOn < form.FromOn)
            throw new RejectedException("delegation-dates", new Text(
                "Ngày kết thúc ủy quyền phải từ ngày bắt đầu trở đi.", "A delegation cannot end before it begins."))
            { Field = nameof(form.ToOn) };
        if (string.IsNullOrWhiteSpace(form.DocumentNumber))
            throw new RejectedException("delegation-document", new Text(
                "Nhập số, ký hiệu văn bản ủy quyền, ví dụ 12/GUQ-UBND.",
                "Enter the number of the authorising document, for example 12/GUQ-UBND."))
            { Field = nameof(form.DocumentNumber) };
        if (form.FromPersonId == form.ToPersonId)
            throw new RejectedException("delegation-self", new Text(
                "Người được ủy quyền phải là người khác.", "A delegation goes to somebody else."))
            { Field = nameof(form.ToPersonId) };
    }

    private async Task CheckOwnRight(DelegationForm form, CancellationToken cancel)
    {
        var own = await db.Set<PersonRole>().AsNoTracking()
            .Where(role => role.PersonId == form.FromPersonId && role.Role == form.Role).ToListAsync(cancel);
        if (own.Any(role => role.HoldsOn(form.FromOn))) return;
        throw new RejectedException("sod-9", new Text(
            $"Người ủy quyền không tự mình giữ vai trò {Roles.NameOf(form.Role).Vi}; quyền được ủy quyền không được ủy quyền tiếp (SoD-9).",
            $"The delegating person does not hold the role {Roles.NameOf(form.Role).En} in their own right; what was delegated cannot be passed on (SoD-9)."))
        { Field = nameof(form.Role) };
    }
}

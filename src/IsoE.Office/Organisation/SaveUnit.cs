using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Organisation;

/// <summary>How a unit is to stand from a day on.</summary>
/// <param name="NameEn">English name; empty takes the Vietnamese one.</param>
/// <param name="ParentCode">The unit it is part of; null for none.</param>
public sealed record UnitForm(string Code, string NameVi, string? NameEn, string? ParentCode, DateOnly FromOn);

/// <summary>Adds a unit, or renames or moves one from a day on: before that day it stands as it stood.</summary>
public sealed class SaveUnit(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    internal static readonly Text Noun = new("đơn vị", "unit");

    /// <param name="isNew">Adds a unit; false changes the one with this code.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>name-missing</c>, <c>code-form</c>, <c>code-taken</c>, <c>unknown</c>, <c>ended</c>,
    /// <c>period-date</c>, <c>parent-unknown</c>, <c>parent-circle</c>, <c>busy</c>.
    /// </exception>
    public async Task<Unit> Run(Actor actor, UnitForm form, bool isNew, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        var (vi, en) = Names(form.NameVi, form.NameEn);
        await CheckParent(actor.AgencyId, form, cancel);
        var change = new PeriodChange<Unit>(db, clock, Noun);
        var unit = isNew ? await change.Found(Begin(), cancel) : await change.From(form.Code, form.FromOn, Begin, cancel);
        (unit.NameVi, unit.NameEn, unit.ParentCode) = (vi, en, form.ParentCode);
        await log.Save(actor, cancel);
        return unit;

        Unit Begin() => new() { AgencyId = actor.AgencyId, Code = form.Code.Trim(), NameVi = vi, NameEn = en, FromOn = form.FromOn };
    }

    /// <summary>The names, the English one filled in where it is missing.</summary>
    /// <exception cref="RejectedException"><c>name-missing</c>.</exception>
    internal static (string Vi, string En) Names(string vi, string? en) => string.IsNullOrWhiteSpace(vi)
        ? throw new RejectedException("name-missing", new Text("Nhập tên.", "Enter the name.")) { Field = nameof(UnitForm.NameVi) }
        : (VietnameseText.Compose(vi.Trim()), string.IsNullOrWhiteSpace(en) ? VietnameseText.Compose(vi.Trim()) : en.Trim());

    private async Task CheckParent(string agencyId, UnitForm form, CancellationToken cancel)
    {
        if (form.ParentCode is not { } parent) return;
        if (!await db.Set<Unit>().InForce(form.FromOn).AnyAsync(unit => unit.Code == parent, cancel))
            throw new RejectedException("parent-unknown", new Text(
                "Đơn vị cấp trên không hoạt động vào ngày này.", "The unit above does not stand on that day."))
            { Field = nameof(form.ParentCode) };
        var tree = await UnitTree.Load(db, agencyId, form.FromOn, cancel);
        if (tree.WithBelow(form.Code)!.Contains(parent))
            throw new RejectedException("parent-circle", new Text(
                "Đơn vị không thể thuộc chính nó hoặc đơn vị bên dưới nó.", "A unit cannot be part of itself or of a unit below it."))
            { Field = nameof(form.ParentCode) };
    }
}

using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Organisation;

/// <summary>How a position is to stand from a day on.</summary>
/// <param name="NameEn">English name; empty takes the Vietnamese one.</param>
/// <param name="SigningCapacity">One of <see cref="SavePosition.Capacities"/>, or null for none.</param>
public sealed record PositionForm(string Code, string NameVi, string? NameEn, string? SigningCapacity, DateOnly FromOn);

/// <summary>Adds a position, or changes one from a day on: papers signed before keep the title they have.</summary>
public sealed class SavePosition(OfficeDb db, OrganisationLog log, TimeProvider clock)
{
    internal static readonly Text Noun = new("chức vụ", "position");

    /// <summary>On behalf of, deputy for, by order, by authorisation, acting.</summary>
    public static IReadOnlyList<string> Capacities { get; } = ["TM.", "KT.", "TL.", "TUQ.", "Q."];

    /// <param name="isNew">Adds a position; false changes the one with this code.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>name-missing</c>, <c>code-form</c>, <c>code-taken</c>, <c>unknown</c>, <c>ended</c>,
    /// <c>period-date</c>, <c>capacity</c>, <c>busy</c>.
    /// </exception>
    public async Task<Position> Run(Actor actor, PositionForm form, bool isNew, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeOrganisation);
        var (vi, en) = SaveUnit.Names(form.NameVi, form.NameEn);
        if (form.SigningCapacity is { } capacity && !Capacities.Contains(capacity))
            throw new RejectedException("capacity", new Text(
                $"Quyền hạn ký là một trong: {string.Join(" ", Capacities)}", $"The capacity is one of {string.Join(" ", Capacities)}"))
            { Field = nameof(form.SigningCapacity) };
        var change = new PeriodChange<Position>(db, clock, Noun);
        var position = isNew ? await change.Found(Begin(), cancel) : await change.From(form.Code, form.FromOn, Begin, cancel);
        (position.NameVi, position.NameEn, position.SigningCapacity) = (vi, en, form.SigningCapacity);
        await log.Save(actor, cancel);
        return position;

        Position Begin() => new() { AgencyId = actor.AgencyId, Code = form.Code.Trim(), NameVi = vi, NameEn = en, FromOn = form.FromOn };
    }
}

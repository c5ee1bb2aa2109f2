using IsoE.Office.Calendars.Edit;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <param name="Code">Small letters, digits and hyphens; kept for good.</param>
public sealed record PriorityGroupForm(string Code, string NameVi, string? NameEn, SourceForm Source, bool IsOpen);

/// <summary>Adds or changes a group of people who are called before others.</summary>
public sealed class SavePriorityGroup(OfficeDb db, OrganisationLog log)
{
    /// <param name="isNew">Adds a group; false changes the one with this code.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>name-missing</c>, <c>code-form</c>, <c>code-taken</c>, <c>priority-unknown</c>,
    /// <c>calendar-source-missing</c>, <c>busy</c>.
    /// </exception>
    public async Task<PriorityGroup> Run(Actor actor, PriorityGroupForm form, bool isNew, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var (vi, en) = SaveUnit.Names(form.NameVi, form.NameEn);
        var source = form.Source.Read();
        var group = await db.Set<PriorityGroup>().SingleOrDefaultAsync(row => row.Code == form.Code, cancel);
        if (isNew) Check(form, group);
        group ??= isNew
            ? db.Add(new PriorityGroup
            {
                AgencyId = actor.AgencyId,
                Code = form.Code,
                NameVi = vi,
                NameEn = en,
                SourceVi = source.Document.Vi,
                IsVerified = source.Verified,
                IsOpen = form.IsOpen,
            }).Entity
            : throw QueueRejections.PriorityUnknown();
        (group.NameVi, group.NameEn, group.IsOpen) = (vi, en, form.IsOpen);
        (group.SourceVi, group.IsVerified) = (source.Document.Vi, source.Verified);
        await log.Save(actor, cancel);
        return group;
    }

    private static void Check(PriorityGroupForm form, PriorityGroup? there)
    {
        if (there is not null)
            throw new RejectedException("code-taken", new Text($"Mã {form.Code} đã có.", $"The code {form.Code} is taken.")) { Field = nameof(form.Code) };
        if (form.Code.Length is 0 or > 30 || !form.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new RejectedException("code-form", new Text(
                "Mã gồm chữ thường không dấu, số, gạch nối, ví dụ elderly.", "A code has small letters, digits and hyphens, for example elderly."))
            { Field = nameof(form.Code) };
    }
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <param name="Code">Null adds a field under a code made from its prefix.</param>
/// <param name="Procedures">Fields of procedures it serves, by their Vietnamese names.</param>
public sealed record QueueFieldForm(string? Code, string Prefix, string NameVi, string? NameEn, IReadOnlyList<string> Procedures, bool IsOpen);

/// <summary>Adds or changes a field people queue in.</summary>
public sealed class SaveQueueField(OfficeDb db, OrganisationLog log)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>name-missing</c>, <c>queue-prefix</c>, <c>queue-prefix-taken</c>, <c>queue-field-unknown</c>, <c>busy</c>.</exception>
    public async Task<QueueField> Run(Actor actor, QueueFieldForm form, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var (vi, en) = SaveUnit.Names(form.NameVi, form.NameEn);
        var prefix = await FreePrefix(form, cancel);
        var procedures = string.Join(';', form.Procedures.Distinct().Order(StringComparer.Ordinal));
        var field = form.Code is null
            ? db.Add(new QueueField { AgencyId = actor.AgencyId, Code = prefix, Prefix = prefix, NameVi = vi, NameEn = en, Procedures = procedures, IsOpen = form.IsOpen }).Entity
            : await db.Set<QueueField>().SingleOrDefaultAsync(row => row.Code == form.Code, cancel) ?? throw QueueRejections.FieldUnknown();
        (field.Prefix, field.NameVi, field.NameEn, field.Procedures, field.IsOpen) = (prefix, vi, en, procedures, form.IsOpen);
        await log.Save(actor, cancel);
        return field;
    }

    private async Task<string> FreePrefix(QueueFieldForm form, CancellationToken cancel)
    {
        var prefix = form.Prefix.Trim().ToUpperInvariant();
        if (prefix.Length != 1 || !char.IsAsciiLetterUpper(prefix[0]))
            throw new RejectedException("queue-prefix", new Text(
                "Chữ đầu của số là một chữ cái không dấu, từ A đến Z.", "The prefix of a number is one letter from A to Z."))
            { Field = nameof(form.Prefix) };
        if (await db.Set<QueueField>().AnyAsync(row => (row.Prefix == prefix || row.Code == prefix) && row.Code != form.Code, cancel))
            throw new RejectedException("queue-prefix-taken", new Text(
                $"Chữ {prefix} đã dùng cho lĩnh vực khác. Hãy chọn chữ khác.", $"The letter {prefix} belongs to another field. Choose another one."))
            { Field = nameof(form.Prefix) };
        return prefix;
    }
}

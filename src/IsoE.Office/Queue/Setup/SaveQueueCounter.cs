using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Setup;

/// <param name="Fields">Codes of the fields it calls for.</param>
public sealed record QueueCounterForm(int Number, string NameVi, string? NameEn, IReadOnlyList<string> Fields, bool IsOpen);

/// <summary>Adds or changes a counter.</summary>
public sealed class SaveQueueCounter(OfficeDb db, OrganisationLog log)
{
    /// <param name="isNew">Adds a counter; false changes the one with this number.</param>
    /// <exception cref="RejectedException">
    /// <c>not-allowed</c>, <c>name-missing</c>, <c>counter-number</c>, <c>counter-taken</c>, <c>counter-unknown</c>,
    /// <c>counter-fields</c>, <c>queue-field-unknown</c>, <c>busy</c>.
    /// </exception>
    public async Task<QueueCounter> Run(Actor actor, QueueCounterForm form, bool isNew, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ChangeQueue);
        var (vi, en) = SaveUnit.Names(form.NameVi, form.NameEn);
        var fields = await Fields(form, cancel);
        var counter = await db.Set<QueueCounter>().SingleOrDefaultAsync(row => row.Number == form.Number, cancel);
        if (isNew && counter is not null)
            throw Refused("counter-taken", nameof(form.Number), $"Quầy số {form.Number} đã có.", $"There is a counter {form.Number} already.");
        if (isNew && form.Number is < 1 or > 99)
            throw Refused("counter-number", nameof(form.Number), "Số quầy từ 1 đến 99.", "Counters have numbers from 1 to 99.");
        counter ??= isNew
            ? db.Add(new QueueCounter { AgencyId = actor.AgencyId, Number = form.Number, NameVi = vi, NameEn = en, Fields = fields, IsOpen = form.IsOpen }).Entity
            : throw QueueRejections.CounterUnknown();
        (counter.NameVi, counter.NameEn, counter.Fields, counter.IsOpen) = (vi, en, fields, form.IsOpen);
        await log.Save(actor, cancel);
        return counter;
    }

    private async Task<string> Fields(QueueCounterForm form, CancellationToken cancel)
    {
        if (form.Fields.Count == 0)
            throw Refused("counter-fields", nameof(form.Fields), "Chọn ít nhất một lĩnh vực mà quầy phục vụ.", "Choose at least one field that the counter serves.");
        var known = await db.Set<QueueField>().Select(field => field.Code).ToListAsync(cancel);
        return form.Fields.All(known.Contains) ? string.Join(';', form.Fields.Distinct()) : throw QueueRejections.FieldUnknown();
    }

    private static RejectedException Refused(string code, string field, string vi, string en) => new(code, new Text(vi, en)) { Field = field };
}

using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Quality.Nonconformities;

/// <summary>
/// Opens a nonconformity report for a symptom in the name of the quality representative's function, or adds it as evidence to the
/// report on the same cause that is still open: one report for a cause, not for a symptom (ISO 9001:2015 clause 10.2.1).
/// </summary>
internal sealed class FollowUpSymptom(
    OfficeDb db, SwitchTriggers triggers, OpenInternalDossier open, InstanceRunner instances, ProcedureLibrary procedures, CalendarSource calendars,
    TimeProvider clock) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var symptom = Symptom.Parse(item.Payload);
        var trigger = NonconformityTriggers.Find(symptom.Trigger);
        if (trigger is null || !(await triggers.On(cancel)).Contains(trigger.Id)) return;
        WaitFor(item, trigger, symptom);
        if (trigger.Id == NonconformityTriggers.NoApology && await WasApologised(item, cancel)) return;
        await FollowUp(item, trigger, symptom, cancel);
    }

    /// <summary>Follows a symptom up; the same item again adds nothing.</summary>
    internal async Task FollowUp(OutboxItem item, NonconformityTrigger trigger, Symptom symptom, CancellationToken cancel)
    {
        var report = await ReportOn(item, trigger, symptom, cancel);
        await instances.Run(
            new StepRequest(item.AgencyId, report, item.CommandId, StepRequest.System),
            step => step.Record(new EvidenceAdded(trigger.Id, symptom.Cause, symptom.DossierCode, symptom.Sequence, Told(trigger, symptom), By: null)),
            cancel);
    }

    private void WaitFor(OutboxItem item, NonconformityTrigger trigger, Symptom symptom)
    {
        if (trigger.After is not { } after) return;
        var due = calendars(item.AgencyId).Explain(symptom.At, after).DueAt;
        if (clock.GetUtcNow() < due) throw new DeliverLaterException(due, trigger.Name.Vi);
    }

    private Task<bool> WasApologised(OutboxItem item, CancellationToken cancel) =>
        db.Set<DossierRow>().AnyAsync(row => row.InstanceId == item.InstanceId && row.ExtendedAt != null, cancel);

    /// <summary>The open report on the cause; a new one where there is none, or where the last one has been closed.</summary>
    private async Task<string> ReportOn(OutboxItem item, NonconformityTrigger trigger, Symptom symptom, CancellationToken cancel)
    {
        var cause = symptom.Cause;
        var known = await db.Set<EvidenceRow>().AsNoTracking().Where(row => row.Cause == cause).Select(row => row.InstanceId).Distinct().ToListAsync(cancel);
        var open = await db.Set<DossierRow>().Where(row => known.Contains(row.InstanceId) && row.FinishedAt == null).Select(row => row.InstanceId).FirstOrDefaultAsync(cancel);
        if (open is not null) return open;
        // The id follows from the cause and how often it came before: two servers at once open one report.
        var id = RowId.Of("nonconformity", item.AgencyId, cause, $"{known.Count}");
        return (await Open(item.AgencyId, id, trigger, symptom, cancel)).InstanceId;
    }

    private async Task<DossierRow> Open(string agencyId, string id, NonconformityTrigger trigger, Symptom symptom, CancellationToken cancel)
    {
        var opener = new Actor(agencyId, Actor.SystemId, "Hệ thống", [new Grant(Roles.Qmr)]);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var about = symptom.Procedure is { } code && symptom.Version is { } version ? procedures.Find(code, version) : null;
        var form = JsonSerializer.SerializeToElement(new Dictionary<string, string?>
        {
            ["title"] = Short(about is null ? trigger.Name.Vi : $"{trigger.Name.Vi}: {about.Procedure.Name.Vi}", 200),
            ["description"] = Short($"{trigger.Name.Vi}. {Where(about, symptom)} {symptom.Note}".Trim(), 4000),
            ["evidence"] = Short(Told(trigger, symptom), 2000),
            ["detectedOn"] = Wording.Date(today),
            ["origin"] = trigger.Origin,
            ["unit"] = await UnitOf(symptom.Unit, today, cancel),
            ["clause"] = trigger.Clause,
            ["relatedDossier"] = symptom.DossierCode,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary());
        return await open.Run(opener, new InternalOpening(id, QualityProcedures.Nonconformity, trigger.CaseId, form, []), cancel);
    }

    /// <summary>The unit as the report's form offers it: the unit itself or one above it; the first offered where none fits.</summary>
    private async Task<string> UnitOf(string? unit, DateOnly today, CancellationToken cancel)
    {
        var offered = procedures.GetInForce(QualityProcedures.Nonconformity, today).Procedure.Form.First(field => field.Id == "unit").Options.Select(option => option.Id).ToList();
        var units = await db.Set<Unit>().On(today, cancel);
        for (var at = unit; at is not null; at = units.GetValueOrDefault(at)?.ParentCode)
            if (offered.Contains(at)) return at;
        return offered[0];
    }

    private static string Where(ProcedureVersion? about, Symptom symptom)
    {
        if (about is null) return "";
        var step = symptom.Step is { } id && about.Steps.Find(id) is { } row ? $", bước “{row.Title.Vi}”" : "";
        return $"Thủ tục {about.Code} phiên bản {about.Version}{step}.";
    }

    private static string Told(NonconformityTrigger trigger, Symptom symptom)
    {
        var where = symptom.DossierCode is { } code ? $"Hồ sơ {code}" : symptom.Procedure is null ? "Nhật ký" : "Hồ sơ thuộc diện bảo mật";
        return $"{where}: {trigger.Name.Vi} ({Wording.Moment(symptom.At).Vi}). {symptom.Note}".TrimEnd();
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Printing;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Evidence;

/// <summary>Everything that held at one step of a dossier.</summary>
/// <param name="Step">The step, as the timeline tells it.</param>
/// <param name="Before">Sequence of the step before on the timeline; null at the first. <paramref name="After"/> likewise.</param>
/// <param name="Dossier">The dossier as it stood after the step.</param>
/// <param name="Version">The procedure version that it was pinned to.</param>
/// <param name="PublishedAt">When the agency had published it; null for one that came with the product.</param>
/// <param name="Calendar">The calendar as it was known then.</param>
/// <param name="Roles">Who held which role, as it was known then.</param>
/// <param name="Form">What the dossier's form said then.</param>
/// <param name="Tasks">Steps for people that had begun by then.</param>
public sealed record AsOf(
    TimelineEntry Step,
    long? Before,
    long? After,
    DossierRow Dossier,
    ProcedureVersion Version,
    DateTimeOffset? PublishedAt,
    WorkingCalendar Calendar,
    IReadOnlyList<RoleAsOf> Roles,
    IReadOnlyDictionary<string, Unit> Units,
    IReadOnlyList<KeyValuePair<Text, Text>> Form,
    IReadOnlyList<TaskRow> Tasks);

/// <summary>Reads procedure, calendar, roles, people and form exactly as they stood at a step of a dossier.</summary>
public sealed class ReadAsOf(OfficeDb db, FindDossier dossiers, ReadDossierMoment moments, AgencyCalendars calendars, OrganisationAsOf organisation)
{
    /// <param name="idOrCode">The dossier.</param>
    /// <param name="sequence">Place of the step in its history.</param>
    /// <returns>Null when there is no such dossier, or no such step on its timeline.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<AsOf?> Run(Actor actor, string idOrCode, long sequence, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadAuditLog);
        if (await dossiers.Run(actor, idOrCode, cancel) is not { } view) return null;
        var steps = view.Timeline.ToList();
        var place = steps.FindIndex(entry => entry.Sequence == sequence);
        if (place < 0) return null;
        var moment = await moments.Run(actor.AgencyId, view.Dossier.InstanceId, sequence, cancel);
        var published = await db.Set<PublishedProcedureRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Code == moment.Dossier.ProcedureCode && row.Version == moment.Dossier.ProcedureVersion, cancel);
        return new AsOf(
            steps[place],
            place > 0 ? steps[place - 1].Sequence : null,
            place + 1 < steps.Count ? steps[place + 1].Sequence : null,
            moment.Dossier,
            moment.Version,
            published?.PublishedAt,
            calendars.AsOf(actor.AgencyId, steps[place].At).Calendar,
            await organisation.Run(steps[place].At, cancel),
            moment.Units,
            FormWords.Read(moment.Procedure.Form, moment.Dossier.ReadForm()),
            moment.Tasks);
    }
}

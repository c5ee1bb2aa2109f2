using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records;

/// <summary>The whole quality record of a dossier: what was done by whom, in what time, with the proof of its history.</summary>
public sealed class PrintDossierRecord(
    OfficeDb db, FindDossier dossiers, ReadDossierMoment moments, CalendarSource calendars, ReadSeals seals, Typesetter typesetter)
{
    /// <exception cref="RejectedException">There is no such dossier, or the actor may not read it.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string dossierId, CancellationToken cancel)
    {
        var view = await dossiers.Run(actor, dossierId, cancel) ?? throw PrintControlSheet.Unknown();
        var id = view.Dossier.InstanceId;
        var moment = await moments.Run(actor.AgencyId, id, null, cancel);
        var chain = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.InstanceId == id).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var records = await db.Set<RecordRow>().AsNoTracking().Where(row => row.InstanceId == id).OrderBy(row => row.Sequence).ToListAsync(cancel);
        var at = moment.History[^1].At;
        var form = DossierRecordPrint.Of(moment, view, chain, records, calendars(actor.AgencyId).Calendar) with
        {
            Seal = (await seals.Line(cancel))?.Vi ?? "",
        };
        var pdf = await typesetter.Render(form.ToJob(at, overrides: actor.AgencyId), cancel);
        return new PrintedDocument(pdf, $"{moment.Dossier.Code}-record.pdf");
    }
}

using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Office.Records.Signing;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records;

/// <summary>Reads the records of dossiers.</summary>
public sealed class OpenRecord(OfficeDb db, FindDossier dossiers, PrintRecord print, AttachmentStore files, PaperSigners signers)
{
    /// <summary>The records of a dossier, the first issued first; none once they were destroyed.</summary>
    /// <exception cref="RejectedException">The actor may not read the dossier.</exception>
    public async Task<IReadOnlyList<RecordRow>> Of(Actor actor, string dossierId, CancellationToken cancel)
    {
        await dossiers.Row(actor, dossierId, cancel);
        return await In(dossierId, cancel);
    }

    /// <summary>The records of a dossier that the actor has been shown, the first issued first.</summary>
    public Task<List<RecordRow>> Of(DossierView shown, CancellationToken cancel) => In(shown.Dossier.InstanceId, cancel);

    /// <summary>The PDF of a record; made now when the printer has not come to it yet. One that waits for signatures is shown as it is so far.</summary>
    /// <exception cref="RejectedException">There is no such record, or the actor may not read its dossier.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string recordId, CancellationToken cancel)
    {
        var dossier = await dossiers.Row(actor, RecordRow.InstanceOf(recordId), cancel)
            ?? throw new RejectedException("record-unknown", new Text(
                "Không tìm thấy tài liệu này trong cơ quan.", "This agency has no such record."));
        return await Read(dossier, recordId, cancel);
    }

    /// <summary>The papers of a dossier that are meant for its applicant and complete, the last issued of each kind; never a result that was recalled.</summary>
    /// <remarks>The caller has made sure that it is the applicant who asks.</remarks>
    public async Task<IReadOnlyList<RecordRow>> OfApplicant(DossierRow dossier, CancellationToken cancel)
    {
        if (dossier.ErasedAt is not null) return [];
        var result = dossier.RecalledAt is null ? dossier.ResultRecord : null;
        var codes = RecordCodes.ForApplicant.Append(result).OfType<string>().ToList();
        var records = await db.Set<RecordRow>().AsNoTracking()
            .Where(record => record.InstanceId == dossier.InstanceId && codes.Contains(record.Code)).OrderBy(record => record.Sequence).ToListAsync(cancel);
        var awaited = await signers.Awaited(records, cancel);
        return [.. records.Where(record => !awaited.Contains(record.Id)).GroupBy(record => record.Code).Select(same => same.Last())];
    }

    /// <summary>One of them; the result only when nothing is owed. Null when there is none.</summary>
    public async Task<PrintedDocument?> ForApplicant(DossierRow dossier, string code, CancellationToken cancel)
    {
        if (code == dossier.ResultRecord && dossier.AmountDue > dossier.AmountPaid) return null;
        var found = (await OfApplicant(dossier, cancel)).FirstOrDefault(record => record.Code == code);
        return found is null ? null : await Read(dossier, found.Id, cancel);
    }

    private Task<List<RecordRow>> In(string dossierId, CancellationToken cancel) => db.Set<RecordRow>().AsNoTracking()
        .Where(record => record.InstanceId == dossierId && !db.Instances.Any(instance => instance.InstanceId == dossierId && instance.ErasedAt != null))
        .OrderBy(record => record.Sequence).ToListAsync(cancel);

    private async Task<PrintedDocument> Read(DossierRow dossier, string recordId, CancellationToken cancel)
    {
        if (dossier.ErasedAt is not null)
            throw new RejectedException("dossier-erased", new Text(
                $"Giấy tờ của hồ sơ {dossier.Code} đã được hủy theo danh mục {dossier.ErasedByList}: {dossier.ErasedGround}",
                $"The records of dossier {dossier.Code} were destroyed by list {dossier.ErasedByList}: {dossier.ErasedGround}"));
        var hash = await print.Run(recordId, cancel);
        var record = await db.Set<RecordRow>().AsNoTracking().SingleAsync(row => row.Id == recordId, cancel);
        var pdf = hash is null ? await print.Preview(record, signerId: null, cancel) : await files.Read(hash, cancel);
        return new PrintedDocument(pdf, $"{dossier.Code}-{record.Code}.pdf");
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>A dossier to be handed over to the archive.</summary>
/// <param name="DueOn">Last day on which it is handed over in time.</param>
public sealed record DueTransfer(DossierRow Dossier, Text Procedure, DossierTerm Term, DateOnly DueOn, int Files);

/// <summary>Finds the dossiers that have ended, are to be kept, and have not been handed over. Confidential ones stay with the people named for them.</summary>
public sealed class DueTransfers(OfficeDb db, ProcedureLibraries libraries, ArchiveRule rule)
{
    public ArchiveRule Rule => rule;

    /// <summary>Those whose time to be handed over ends before the day, the first first.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DueTransfer>> Run(Actor actor, DateOnly before, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ManageRetention);
        var ended = VietnamTime.ToInstant(before.AddYears(-rule.Years), TimeOnly.MinValue);
        var elsewhere = db.Set<TransferLineRow>().Join(
            db.Set<TransferRow>().Where(transfer => transfer.Status != TransferStatus.SentBack), line => line.InstanceId, transfer => transfer.InstanceId, (line, _) => line.DossierId);
        var dossiers = await db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.FinishedAt < ended && row.ErasedAt == null && !row.IsConfidential && !elsewhere.Contains(row.InstanceId)
                && !db.Instances.Any(instance => instance.InstanceId == row.InstanceId && instance.Status == nameof(WorkflowStatus.Running) && instance.DefinitionId != null))
            .OrderBy(row => row.FinishedAt).ToListAsync(cancel);
        var ids = dossiers.ConvertAll(row => row.InstanceId);
        var records = (await db.Set<RecordRow>().AsNoTracking().Where(record => ids.Contains(record.InstanceId))
            .Select(record => new { record.InstanceId, record.Code }).ToListAsync(cancel)).ToLookup(record => record.InstanceId, record => record.Code);
        var files = await db.Attachments.AsNoTracking().Where(file => ids.Contains(file.InstanceId)).GroupBy(file => file.InstanceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return [.. dossiers.Select(row => Describe(row, [.. records[row.InstanceId]], files.GetValueOrDefault(row.InstanceId))).Where(each => each.Term.Obliges(before))];
    }

    private DueTransfer Describe(DossierRow row, IReadOnlyList<string> records, int papers)
    {
        var (procedure, ended) = (libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure, VietnamTime.DateOf(row.FinishedAt!.Value));
        return new DueTransfer(row, procedure.Name, DossierTerm.Of(procedure, records, ended), ended.AddYears(rule.Years), records.Count + papers);
    }
}

using System.Runtime.CompilerServices;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Retention.Holds;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Storage;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention;

/// <summary>Reads what has to be known of dossiers before they are listed, handed over or destroyed: the one way for all of these.</summary>
public sealed class ReadKept(OfficeDb db, ProcedureLibraries libraries, ReadLegalHolds holds)
{
    /// <summary>The most dossiers that a list or a hand-over holds; the form that chooses them could not send many more.</summary>
    public const int MostDossiers = 500;

    /// <returns>In the order of the rows.</returns>
    public async Task<IReadOnlyList<KeptDossier>> Run(IReadOnlyList<DossierRow> dossiers, CancellationToken cancel)
    {
        var ids = dossiers.Select(row => row.InstanceId).ToList();
        var records = await Records(ids, cancel);
        var papers = await Papers(ids, cancel);
        var running = await Running(ids, cancel);
        var held = await holds.Standing(dossiers, cancel);
        var moving = await BeingHandedOver(ids, cancel);
        return [.. dossiers.Select(row =>
        {
            var (procedure, codes) = (ProcedureOf(row), records[row.InstanceId].ToList());
            return new KeptDossier(
                row, procedure, [.. codes.Distinct().Select(procedure.FindRecord).OfType<RecordKind>()], TermOf(row, procedure, codes), codes.Count,
                codes.Count + papers.GetValueOrDefault(row.InstanceId), running.Contains(row.InstanceId), held[row.InstanceId], moving.GetValueOrDefault(row.InstanceId));
        })];
    }

    /// <summary>Reads dossiers portion by portion, in the order of the query, for as long as more are wanted.</summary>
    internal async IAsyncEnumerable<KeptDossier> Each(IQueryable<DossierRow> dossiers, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var read = 0; ; read += MostDossiers)
        {
            var rows = await dossiers.Skip(read).Take(MostDossiers).ToListAsync(cancel);
            foreach (var kept in await Run(rows, cancel)) yield return kept;
            if (rows.Count < MostDossiers) yield break;
        }
    }

    private Procedure ProcedureOf(DossierRow row) => libraries.Of(row.AgencyId).Get(row.ProcedureCode, row.ProcedureVersion).Procedure;

    private static DossierTerm TermOf(DossierRow row, Procedure procedure, List<string> records) =>
        row.FinishedAt is { } ended ? DossierTerm.Of(procedure, records, VietnamTime.DateOf(ended)) : default;

    private async Task<ILookup<string, string>> Records(List<string> ids, CancellationToken cancel) =>
        (await db.Set<RecordRow>().AsNoTracking().Where(record => ids.Contains(record.InstanceId))
            .Select(record => new { record.InstanceId, record.Code }).ToListAsync(cancel)).ToLookup(record => record.InstanceId, record => record.Code);

    private Task<Dictionary<string, int>> Papers(List<string> ids, CancellationToken cancel) =>
        db.Attachments.AsNoTracking().Where(file => ids.Contains(file.InstanceId)).GroupBy(file => file.InstanceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    private async Task<HashSet<string>> Running(List<string> ids, CancellationToken cancel) =>
        [.. await db.Instances.AsNoTracking().Where(row => ids.Contains(row.InstanceId) && row.Status == nameof(WorkflowStatus.Running) && row.DefinitionId != null)
            .Select(row => row.InstanceId).ToListAsync(cancel)];

    private async Task<Dictionary<string, string>> BeingHandedOver(List<string> ids, CancellationToken cancel) =>
        (await db.Set<TransferLineRow>().Where(line => ids.Contains(line.DossierId)).Join(
                db.Set<TransferRow>().Where(transfer => transfer.Status == TransferStatus.Preparing || transfer.Status == TransferStatus.Ready),
                line => line.InstanceId, transfer => transfer.InstanceId, (line, transfer) => new { line.DossierId, transfer.Number }).ToListAsync(cancel))
            .DistinctBy(each => each.DossierId).ToDictionary(each => each.DossierId, each => each.Number);
}

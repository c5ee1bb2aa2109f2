using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Transfer;

/// <summary>A dossier to be handed over to the archive.</summary>
/// <param name="DueOn">Last day on which it is handed over in time.</param>
public sealed record DueTransfer(KeptDossier Kept, DateOnly DueOn)
{
    public DossierRow Dossier => Kept.Dossier;
}

/// <summary>Finds the dossiers that have ended, are to be kept, and have not been handed over. Confidential ones stay with the people named for them.</summary>
public sealed class DueTransfers(OfficeDb db, ReadKept kept, ArchiveRule rule)
{
    public ArchiveRule Rule => rule;

    /// <summary>Those whose time to be handed over ends before the day, the first first; at most <see cref="ReadKept.MostDossiers"/>.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<DueTransfer>> Run(Actor actor, DateOnly before, CancellationToken cancel) =>
        await Find(Candidates(actor, before), before, cancel).Take(ReadKept.MostDossiers).ToListAsync(cancel);

    /// <summary>Which of these are due, by their ids.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    internal async Task<IReadOnlyDictionary<string, DueTransfer>> Among(Actor actor, DateOnly before, IReadOnlyCollection<string> dossierIds, CancellationToken cancel) =>
        await Find(Candidates(actor, before).Where(row => dossierIds.Contains(row.InstanceId)), before, cancel)
            .ToDictionaryAsync(each => each.Dossier.InstanceId, cancellationToken: cancel);

    private IAsyncEnumerable<DueTransfer> Find(IQueryable<DossierRow> candidates, DateOnly before, CancellationToken cancel) => kept.Each(candidates, cancel)
        .Where(each => each.Term.Obliges(before)).Select(each => new DueTransfer(each, each.EndedOn.AddYears(rule.Years)));

    private IQueryable<DossierRow> Candidates(Actor actor, DateOnly before)
    {
        Permit.RequireWhole(actor, Right.ManageRetention);
        var ended = VietnamTime.ToInstant(before.AddYears(-rule.Years), TimeOnly.MinValue);
        var elsewhere = db.Set<TransferLineRow>().Join(
            db.Set<TransferRow>().Where(transfer => transfer.Status != TransferStatus.SentBack), line => line.InstanceId, transfer => transfer.InstanceId, (line, _) => line.DossierId);
        return db.Set<DossierRow>().AsNoTracking()
            .Where(row => row.FinishedAt < ended && row.ErasedAt == null && !row.IsConfidential && !elsewhere.Contains(row.InstanceId)
                && !db.Instances.Any(instance => instance.InstanceId == row.InstanceId && instance.Status == nameof(WorkflowStatus.Running) && instance.DefinitionId != null))
            .OrderBy(row => row.FinishedAt).ThenBy(row => row.InstanceId);
    }
}

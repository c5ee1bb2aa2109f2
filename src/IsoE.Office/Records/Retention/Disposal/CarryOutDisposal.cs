using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Destroys the dossiers of an approved list, a portion at each delivery, and keeps what became of each.</summary>
/// <remarks>Broken off in the middle it goes on with those that are left; a dossier destroyed already is not destroyed again.</remarks>
internal sealed class CarryOutDisposal(
    OfficeDb db, InstanceRunner instances, DestroyDossier destroy, InstanceHistory history, IEnumerable<IKeepsPerson> others, TimeProvider clock) : IOutboxConsumer
{
    /// <summary>Dossiers of one delivery: others who wait in the lane get their turn, and no lease runs out.</summary>
    internal const int Portion = 25;

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<DisposalRow>().AsNoTracking().SingleAsync(each => each.InstanceId == item.InstanceId, cancel);
        if (row.Status != DisposalStatus.Approved) return;
        var waiting = await db.Set<DisposalLineRow>().AsNoTracking()
            .Where(line => line.InstanceId == row.InstanceId && line.TakenOutReason == null && line.EndedAt == null)
            .OrderBy(line => line.DossierCode).Select(line => line.DossierId).Take(Portion + 1).ToListAsync(cancel);
        if (waiting.Count > 0) await Destroy(row, [.. waiting.Take(Portion)], cancel);
        if (waiting.Count > Portion) throw new DeliverLaterException(clock.GetUtcNow(), "More dossiers of the list wait.");
        if (row.Kind is DisposalKind.Erasure) await EraseBesides(row, cancel);
        await Record(row, "done", Finish, cancel);
    }

    private async Task EraseBesides(DisposalRow row, CancellationToken cancel)
    {
        var proposed = (DisposalProposed)(await history.ReadStep(row.AgencyId, row.InstanceId, 1, cancel)).Single().Fact;
        foreach (var besides in proposed.Besides ?? [])
            await others.Single(other => other.Kind == besides.Kind).Erase(
                new ErasedBesides(row.AgencyId, besides.Ids, row.DecidedBy!, $"{row.Name.Vi}: {row.Ground}"), cancel);
    }

    private async Task Destroy(DisposalRow row, List<string> dossierIds, CancellationToken cancel)
    {
        var ended = new List<DossierDisposalEnded>();
        foreach (var id in dossierIds) ended.Add(new DossierDisposalEnded(id, await Destroy(row, id, cancel)));
        await Record(row, $"portion:{dossierIds[0]}", step => ended.ForEach(step.Record), cancel);
    }

    /// <returns>Why it is kept; null when it is gone.</returns>
    private async Task<Text?> Destroy(DisposalRow row, string dossierId, CancellationToken cancel)
    {
        try
        {
            await destroy.Run(row, dossierId, cancel);
            return null;
        }
        catch (RejectedException refused)
        {
            return refused.Reason;
        }
    }

    private static void Finish(Step step)
    {
        var lines = step.All<DisposalLineRow>();
        step.Record(new DisposalDone(lines.Count(line => line.IsDestroyed), lines.Count(line => line.Refusal is not null)));
    }

    private Task<StepResult> Record(DisposalRow row, string commandId, Action<Step> decide, CancellationToken cancel) =>
        instances.Run(DisposalSteps.Request(row.AgencyId, row.InstanceId, commandId, StepRequest.System), decide, cancel);
}

using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Submissions;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>Destroys the dossiers of an approved list one by one and keeps what became of each.</summary>
/// <remarks>Broken off in the middle it goes on with those that are left; a dossier destroyed already is not destroyed again.</remarks>
internal sealed class CarryOutDisposal(OfficeDb db, InstanceRunner instances, DestroyDossier destroy, InstanceHistory history, Drafts drafts) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<DisposalRow>().AsNoTracking().SingleAsync(each => each.InstanceId == item.InstanceId, cancel);
        if (row.Status != DisposalStatus.Approved) return;
        var waiting = await db.Set<DisposalLineRow>().AsNoTracking()
            .Where(line => line.InstanceId == row.InstanceId && line.TakenOutReason == null && line.EndedAt == null).OrderBy(line => line.DossierCode).ToListAsync(cancel);
        foreach (var line in waiting)
        {
            var refusal = await Destroy(row, line.DossierId, cancel);
            await Record(row, $"line:{line.DossierId}", step => step.Record(new DossierDisposalEnded(line.DossierId, refusal)), cancel);
        }
        if (row.Kind is DisposalKind.Erasure) await EraseDrafts(row, cancel);
        await Record(row, "done", Finish, cancel);
    }

    /// <summary>What its author prepared and never sent.</summary>
    private async Task EraseDrafts(DisposalRow row, CancellationToken cancel)
    {
        var proposed = (await history.Read(row.AgencyId, row.InstanceId, cancel)).Select(known => known.Fact).OfType<DisposalProposed>().Single();
        foreach (var draft in await db.Set<SubmissionDraftRow>().Where(draft => proposed.Drafts!.Contains(draft.Id)).ToListAsync(cancel))
            await drafts.Delete(draft, cancel);
    }

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

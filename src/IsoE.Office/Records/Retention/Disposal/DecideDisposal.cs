using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Records.Retention.Disposal;

/// <summary>The second person: approves or rejects a list, or takes a dossier off it. Whoever proposed the list does not decide on it.</summary>
public sealed class DecideDisposal(OfficeDb db, InstanceRunner instances)
{
    /// <summary>The dossiers are destroyed right away, each after a last check.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>sod-10</c>, <c>list-unknown</c>, <c>list-decided</c>, <c>list-empty</c>.</exception>
    public async Task<StepResult> Approve(Actor actor, string listId, string commandId, CancellationToken cancel)
    {
        RefuseOthers(actor);
        await db.Set<DisposalLineRow>().Where(line => line.InstanceId == listId && line.TakenOutReason == null).RequireOpen(actor, db, cancel);
        return await Decide(actor, listId, commandId, step => Approve(step, actor.Name), cancel);
    }

    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>list-unknown</c>, <c>list-decided</c>, <c>ground-missing</c>.</exception>
    public Task<StepResult> Reject(Actor actor, string listId, string? reason, string commandId, CancellationToken cancel)
    {
        var given = Grounds.Read(reason, "Reason");
        return Decide(actor, listId, commandId, step => step.Record(new DisposalRejected(given, actor.Name)), cancel);
    }

    /// <summary>Takes a dossier off the list while nobody has decided on it: the one who proposed it may too.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>list-unknown</c>, <c>list-decided</c>, <c>line-unknown</c>, <c>ground-missing</c>.</exception>
    public Task<StepResult> TakeOut(Actor actor, string listId, string dossierId, string? reason, string commandId, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        if (!Rights.Allows(actor, Right.ApproveDisposal)) Permit.RequireWhole(actor, Right.ManageRetention);
        var given = Grounds.Read(reason, "TakenOutReason");
        return instances.Run(DisposalSteps.Request(actor.AgencyId, listId, commandId, actor.PersonId), step =>
        {
            DisposalSteps.GetProposed(step);
            if (!step.All<DisposalLineRow>().Any(line => line.DossierId == dossierId && line.IsListed))
                throw new RejectedException("line-unknown", new Text("Hồ sơ này không còn trong danh mục.", "The dossier is no longer on the list."));
            step.Record(new DisposalLineTakenOut(dossierId, given, actor.Name));
        }, cancel);
    }

    private static void RefuseOthers(Actor actor)
    {
        Permit.RefuseAdministrators(actor);
        Permit.RequireWhole(actor, Right.ApproveDisposal);
    }

    private static void Approve(Step step, string by)
    {
        // An erasure can be of what no dossier came from alone.
        if (step.All<DisposalLineRow>() is { Count: > 0 } lines && !lines.Any(line => line.IsListed))
            throw new RejectedException("list-empty", new Text(
                "Mọi hồ sơ đã được đưa ra khỏi danh mục; hãy chọn không đồng ý.", "Every dossier was taken off the list; reject it instead."));
        step.Record(new DisposalApproved(by));
    }

    private Task<StepResult> Decide(Actor actor, string listId, string commandId, Action<Step> decide, CancellationToken cancel)
    {
        RefuseOthers(actor);
        return instances.Run(DisposalSteps.Request(actor.AgencyId, listId, commandId, actor.PersonId), step =>
        {
            var row = DisposalSteps.GetProposed(step);
            if (row.ProposedBy == actor.PersonId)
                throw new RejectedException("sod-2", new Text(
                    $"{actor.Name} đã lập danh mục này nên không được phê duyệt; người khác phải quyết định (SoD-2).",
                    $"{actor.Name} has proposed this list and may not decide on it; somebody else has to (SoD-2)."));
            decide(step);
        }, cancel);
    }
}

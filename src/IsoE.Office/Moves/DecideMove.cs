using IsoE.Office.DocumentControl;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Moves;

/// <summary>Approves or rejects a batch. Whoever proposed it cannot.</summary>
public sealed class DecideMove(InstanceRunner instances)
{
    /// <summary>The dossiers are moved as soon as the version is in force.</summary>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>sod-7</c>, <c>sod-2</c>, <c>move-unknown</c>, <c>move-decided</c>.</exception>
    public Task<StepResult> Approve(Actor actor, string moveId, string commandId, CancellationToken cancel) =>
        Run(actor, moveId, commandId, step => step.Record(new MoveApproved(actor.Name)), cancel);

    /// <exception cref="RejectedException">As above, and <c>reason-missing</c>.</exception>
    public Task<StepResult> Reject(Actor actor, string moveId, string reason, string commandId, CancellationToken cancel)
    {
        var given = DocumentSteps.Reason(reason);
        return Run(actor, moveId, commandId, step => step.Record(new MoveRejected(given, actor.Name)), cancel);
    }

    private Task<StepResult> Run(Actor actor, string moveId, string commandId, Action<Step> decide, CancellationToken cancel)
    {
        Permit.RefuseAdministrators(actor);
        Permit.Require(actor, Right.ApproveMove);
        return instances.Run(MoveSteps.Request(actor.AgencyId, moveId, commandId, actor.PersonId), step =>
        {
            Refuse(step.Find<MoveRow>() ?? throw MoveSteps.Unknown(), actor);
            decide(step);
        }, cancel);
    }

    private static void Refuse(MoveRow row, Actor actor)
    {
        if (row.Status != MoveStatus.Proposed)
            throw new RejectedException("move-decided", new Text(
                $"{row.DecidedByName} đã quyết định đề nghị này: {MoveStatuses.NameOf(row.Status).Vi}.",
                $"{row.DecidedByName} has decided on this proposal: {MoveStatuses.NameOf(row.Status).En}."));
        if (row.ProposedBy == actor.PersonId)
            throw new RejectedException("sod-2", new Text(
                $"{actor.Name} đã đề nghị việc chuyển này nên không được phê duyệt (SoD-2).",
                $"{actor.Name} proposed this move and may not decide on it (SoD-2)."));
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Moves;

/// <summary>Moves the dossiers of an approved batch one by one and keeps what became of each.</summary>
/// <remarks>Broken off in the middle it goes on with those that are left; a dossier moved already is not moved again.</remarks>
internal sealed class CarryOutMove(OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries, MoveDossier move, TimeProvider clock)
    : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var row = await db.Set<MoveRow>().AsNoTracking().SingleAsync(each => each.InstanceId == item.InstanceId, cancel);
        if (row.Status != MoveStatus.Approved) return;
        var waiting = await db.Set<MoveLineRow>().AsNoTracking()
            .Where(line => line.InstanceId == row.InstanceId && line.EndedAt == null).OrderBy(line => line.DossierCode).ToListAsync(cancel);
        foreach (var line in waiting)
        {
            var ended = await Move(row, line, cancel);
            await Record(row, $"line:{line.DossierId}", step => step.Record(ended), cancel);
        }
        await Record(row, "done", Finish, cancel);
    }

    private async Task<DossierMoveEnded> Move(MoveRow row, MoveLineRow line, CancellationToken cancel)
    {
        try
        {
            var moved = await move.Run(row, line.DossierId, TargetOf(row), cancel);
            return new DossierMoveEnded(line.DossierId, null, moved.Term?.From, moved.Term?.To);
        }
        catch (RejectedException refused)
        {
            return new DossierMoveEnded(line.DossierId, refused.Reason, null, null);
        }
    }

    /// <exception cref="RejectedException"><c>procedure-not-in-force</c>: a later version, or nothing, has taken its place.</exception>
    private ProcedureVersion TargetOf(MoveRow row)
    {
        var target = libraries.Of(row.AgencyId).Get(row.Code, row.ToVersion);
        return target.IsInForce(VietnamTime.DateOf(clock.GetUtcNow())) ? target : throw new RejectedException("procedure-not-in-force", new Text(
            $"Phiên bản {row.ToVersion} không còn hiệu lực.", $"Version {row.ToVersion} is no longer in force."));
    }

    private static void Finish(Step step)
    {
        var lines = step.All<MoveLineRow>();
        step.Record(new MoveDone(lines.Count(line => line.IsMoved), lines.Count(line => line.Refusal is not null)));
    }

    private Task<StepResult> Record(MoveRow row, string commandId, Action<Step> decide, CancellationToken cancel) =>
        instances.Run(MoveSteps.Request(row.AgencyId, row.InstanceId, commandId, StepRequest.System), decide, cancel);
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers.Post;

/// <summary>A result that waits to be collected.</summary>
/// <param name="ReadyAt">Since when, UTC.</param>
/// <param name="Post">The consignment that carries it; null while it lies at the counter.</param>
public sealed record UncollectedLine(string DossierId, string Code, string ApplicantName, string? Phone, string ProcedureCode, ReturnWay Way, DateTimeOffset ReadyAt, PostOrderRow? Post);

/// <summary>The results of the agency that are ready and not handed over, the oldest first.</summary>
public sealed class ListUncollected(OfficeDb db)
{
    private const int Most = 500;

    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<UncollectedLine>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReturnResult);
        var rows = await db.Set<DossierRow>().AsNoTracking().OpenTo(actor, db)
            .Where(row => row.Delivery == DeliveryState.Ready && !row.IsInternal && row.ParentInstanceId == null && row.FinishedAt != null)
            .OrderBy(row => row.FinishedAt).Take(Most).ToListAsync(cancel);
        var underway = await db.Set<PostOrderRow>().AsNoTracking()
            .Where(order => order.State == PostState.Ordered || order.State == PostState.PickedUp || order.State == PostState.OnTheWay)
            .ToDictionaryAsync(order => order.InstanceId, cancel);
        return
        [
            .. rows.Select(row => new UncollectedLine(
                row.InstanceId, row.Code, row.ApplicantName, row.Phone, row.ProcedureCode, row.ReturnWay, row.FinishedAt!.Value, underway.GetValueOrDefault(row.InstanceId))),
        ];
    }

    /// <summary>The consignments of a dossier, newest first.</summary>
    public async Task<IReadOnlyList<PostOrderRow>> PostOf(string dossierId, CancellationToken cancel) =>
        await db.Set<PostOrderRow>().AsNoTracking().Where(order => order.InstanceId == dossierId).OrderByDescending(order => order.OrderedAt).ToListAsync(cancel);
}

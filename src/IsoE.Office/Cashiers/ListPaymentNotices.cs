using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>Lists notices of payment: those that wait for a cashier first, then the latest.</summary>
public sealed class ListPaymentNotices(OfficeDb db)
{
    private const int Most = 100;

    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<PaymentNoticeRow>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadFee);
        return await db.Set<PaymentNoticeRow>().AsNoTracking()
            .OrderByDescending(row => row.State == NoticeState.Waiting).ThenByDescending(row => row.ReceivedAt)
            .Take(Most).ToListAsync(cancel);
    }
}

using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Cashiers;

/// <summary>Erases what payers wrote to the bank; amounts, references and receipts stay in the accounts.</summary>
internal sealed class EraseNotices(OfficeDb db, InstanceRunner instances) : IErasesBesides
{
    public async Task Run(ErasedDossier dossier, CancellationToken cancel)
    {
        var notices = await db.Set<PaymentNoticeRow>().AsNoTracking().Where(notice => notice.DossierCode == dossier.Code)
            .Select(notice => notice.InstanceId).ToListAsync(cancel);
        foreach (var notice in notices) await instances.EraseBesides(dossier, notice, cancel);
    }
}

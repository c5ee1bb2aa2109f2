using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.NationalPortal.Inbox;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.NationalPortal;

/// <summary>Erases what the portal has told of a dossier; that it told something, and when, stays.</summary>
internal sealed class ErasePortalEvents(OfficeDb db) : IErasesBesides
{
    public Task Run(ErasedDossier dossier, CancellationToken cancel) => dossier.NationalCode is not { } code
        ? Task.CompletedTask
        : db.Set<PortalInboxRow>().Where(told => told.Subject == code)
            .ExecuteUpdateAsync(told => told.SetProperty(row => row.Data, "{}").SetProperty(row => row.Reason, (string?)null), cancel);
}

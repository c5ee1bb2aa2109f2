using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>For what somebody may send files: an own draft, or an own dossier that waits for a supplement.</summary>
public sealed class UploadOwners(OfficeDb db)
{
    /// <param name="contact">What the sender has proven; null for nothing.</param>
    public async Task<bool> MaySend(string? contact, string ownerId, CancellationToken cancel) => contact is not null
        && (await db.Set<SubmissionDraftRow>().AnyAsync(draft => draft.Id == ownerId && draft.Contact == contact, cancel)
            || await db.Set<DossierRow>().AnyAsync(
                row => row.InstanceId == ownerId && row.SubmittedBy == contact && row.NationalStatus == NationalStatus.SupplementRequested, cancel));
}

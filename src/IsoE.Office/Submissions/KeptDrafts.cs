using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>Erases what a person prepared and never sent. Its files go with the next clean-up of files that nothing refers to.</summary>
internal sealed class EraseDrafts(OfficeDb db, Drafts drafts) : IErasesPerson
{
    public string Kind => "draft";

    public Text Name => new("hồ sơ đang soạn, chưa nộp", "submissions not sent");

    public async Task<IReadOnlyList<string>> Find(string about, CancellationToken cancel) =>
        await db.Set<SubmissionDraftRow>().Where(draft => draft.Contact == about).Select(draft => draft.Id).ToListAsync(cancel);

    public async Task Erase(ErasedBesides erased, CancellationToken cancel)
    {
        foreach (var draft in await db.Set<SubmissionDraftRow>().Where(draft => erased.Ids.Contains(draft.Id)).ToListAsync(cancel))
            await drafts.Delete(draft, cancel);
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Submissions;

/// <summary>What a person prepared and never sent. Once erased, its files go with the next clean-up of files that nothing refers to.</summary>
internal sealed class KeptDrafts(OfficeDb db, Drafts drafts) : IKeepsPerson
{
    public string Kind => "draft";

    public Text Name => new("hồ sơ đang soạn, chưa nộp", "submissions not sent");

    /// <summary>No officer sees what stands in them.</summary>
    public async Task<IReadOnlyList<Text>> Tell(string about, CancellationToken cancel)
    {
        var saved = await db.Set<SubmissionDraftRow>().Where(draft => draft.Contact == about).OrderBy(draft => draft.SavedAt).Select(draft => draft.SavedAt).ToListAsync(cancel);
        return saved.ConvertAll(at => new Text($"lưu lần cuối {Wording.Moment(at).Vi}", $"last saved {Wording.Moment(at).En}"));
    }

    public async Task<IReadOnlyList<string>> Find(string about, CancellationToken cancel) =>
        await db.Set<SubmissionDraftRow>().Where(draft => draft.Contact == about).Select(draft => draft.Id).ToListAsync(cancel);

    public async Task Erase(ErasedBesides erased, CancellationToken cancel)
    {
        foreach (var draft in await db.Set<SubmissionDraftRow>().Where(draft => erased.Ids.Contains(draft.Id)).ToListAsync(cancel))
            await drafts.Delete(draft, cancel);
    }
}

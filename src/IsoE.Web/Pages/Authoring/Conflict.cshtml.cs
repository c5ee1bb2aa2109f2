using IsoE.Office.DocumentControl;
using IsoE.Office.Procedures.Editing;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Two authors changed one draft: both contents side by side, to be put together part by part.</summary>
public sealed class ConflictModel(OpenDocument open, MergeDraft merge) : DraftScreen(open)
{
    /// <summary>The revision that was set aside.</summary>
    [BindProperty(SupportsGet = true)]
    public int Aside { get; set; }

    /// <summary>The parts to take from it, as <c>Step:sign</c>.</summary>
    [BindProperty]
    public IReadOnlyList<string> Mine { get; set; } = [];

    public DraftConflict Conflict { get; private set; } = null!;

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(string? all, CancellationToken cancel)
    {
        var (standing, command) = (Revision, CommandId);
        return Attempt(
            async () =>
            {
                var conflict = await merge.Read(Actor, Id, Aside, cancel);
                var parts = conflict.Parts.Where(part => all == "mine" ? part.ChangedByMe : all != "theirs" && Mine.Contains(KeyOf(part.Id))).Select(part => part.Id).ToList();
                var saved = await merge.Run(Actor, Id, Aside, standing, parts, command, cancel);
                return saved is SaveOutcome.Conflict again
                    ? RedirectToPage(new { Id, aside = again.Aside })
                    : RedirectToPage("/Authoring/Steps", new { Id });
            },
            () => Load(cancel));
    }

    public static string KeyOf(PartId part) => $"{part.Kind}:{part.Name}";

    /// <summary>What the part is, for people.</summary>
    public string NameOf(PartConflict part) => part.Id.Kind switch
    {
        PartKind.Step => T["Bước: ", "Step: "] + T[part.Label],
        PartKind.Key => T["Văn bản: ", "Text: "] + (TextSchema.Find(WritingModel.PartOf(part.Id.Name)) is { } group && group.Key != "general" ? T[group.Title] : part.Id.Name),
        PartKind.Section => T["Mục: ", "Section: "] + part.Id.Name,
        _ => T[part.Label],
    };

    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        Conflict = await merge.Read(Actor, Id, Aside, cancel);
    }
}

using IsoE.Office.DocumentControl;
using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Moves;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The controlled documents of the agency: what is on its way, and what can be revised.</summary>
public sealed class IndexModel(ListDocuments documents, BeginDraft begin, MoveReport moves, ExternalDocumentList texts, ProcedureLibrary library, TimeProvider clock) : Screen
{
    public IReadOnlyList<DocumentRow> OnTheirWay { get; private set; } = [];

    public IReadOnlyList<DocumentRow> Ended { get; private set; } = [];

    /// <summary>The newest version of every procedure, with whether a draft of it is open.</summary>
    public IReadOnlyList<(ProcedureVersion Version, DocumentRow? Open)> Procedures { get; private set; } = [];

    /// <summary>Texts no longer in force, by the code of the procedure in force that rests on them.</summary>
    public ILookup<string, ExternalDocument> Expired { get; private set; } = null!;

    /// <summary>Moves of dossiers that wait for approval.</summary>
    public IReadOnlyList<MoveRow> Moves { get; private set; } = [];

    public DateOnly Today => Shown.Day(clock.GetUtcNow());

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostRevise(string code, CancellationToken cancel) => Attempt(
        async () => RedirectToPage("/Authoring/Steps", new { id = await begin.Run(Actor, new DraftForm($"{CommandId}:{code}", code), cancel) }),
        () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        var rows = await documents.Run(Actor, null, cancel);
        Expired = await texts.ExpiredByProcedure(Actor.AgencyId, cancel);
        Moves = await moves.Waiting(cancel);
        OnTheirWay = [.. rows.Where(IsOpen)];
        Ended = [.. rows.Where(row => !IsOpen(row)).OrderByDescending(row => row.UpdatedAt)];
        Procedures = [.. library.All.DistinctBy(version => version.Code).Select(version => (version, OnTheirWay.FirstOrDefault(row => row.Code == version.Code)))];
    }

    private static bool IsOpen(DocumentRow row) => row.Status is DocumentStatus.Draft or DocumentStatus.InReview or DocumentStatus.Approved;
}

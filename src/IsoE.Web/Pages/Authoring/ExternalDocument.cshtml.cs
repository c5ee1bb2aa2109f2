using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Organisation;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Authoring;

/// <summary>One text from outside, to be added or changed.</summary>
public sealed class ExternalDocumentModel(ExternalDocumentList list, RecordExternalDocument record) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? TitleVi { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    [BindProperty]
    public string? Issuer { get; set; }

    [BindProperty]
    public ExternalKind Kind { get; set; }

    [BindProperty]
    public string? EffectiveFrom { get; set; }

    [BindProperty]
    public string? EffectiveTo { get; set; }

    [BindProperty]
    public string? ReplacedBy { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    /// <summary>The text as the list has it; null for a new one.</summary>
    public ExternalDocument? Known { get; private set; }

    public IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<ExternalKind>().Select(kind => new SelectListItem(T[ExternalKinds.NameOf(kind)], kind.ToString()));

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        if (Known is not { } text) return;
        (Number, TitleVi, TitleEn, Issuer, Kind) = (text.Number, text.Title.Vi, text.Title.En, text.Issuer, text.Kind);
        (EffectiveFrom, EffectiveTo) = (Written(text.EffectiveFrom), Written(text.EffectiveTo));
        (ReplacedBy, Where) = (text.ReplacedBy, text.Source.Verified ? text.Source.Where : null);
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (from, to) = (Read(EffectiveFrom, nameof(EffectiveFrom)), Read(EffectiveTo, nameof(EffectiveTo)));
        var form = new ExternalDocumentForm(
            CommandId, Number ?? "", new Text(TitleVi ?? "", TitleEn ?? ""), Issuer ?? "", Kind, from, to, ReplacedBy, Where);
        return Attempt(
            async () =>
            {
                await record.Run(Actor, form, cancel);
                return RedirectToPage("/Authoring/ExternalDocuments", new { q = Number });
            },
            () => Load(cancel));
    }

    private DateOnly? Read(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var on = ExpectDate(typed, field);
        return on;
    }

    private async Task Load(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ChangeExternalDocument);
        NewCommand();
        Known = Number is { Length: > 0 } number ? await list.Find(Actor, number, cancel) : null;
    }

    private static string? Written(DateOnly? on) => on is { } day ? Shown.Date(day) : null;
}

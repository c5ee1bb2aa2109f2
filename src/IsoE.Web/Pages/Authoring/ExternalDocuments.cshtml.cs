using IsoE.Office.DocumentControl.ExternalDocuments;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The controlled list of texts from outside: laws, decrees, circulars, standards.</summary>
public sealed class ExternalDocumentsModel(ExternalDocumentList list) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ExternalDocument> Found { get; private set; } = [];

    public DateOnly Today => list.Today;

    public bool MayChange => Visitor.May(Right.ChangeExternalDocument);

    public async Task OnGet(CancellationToken cancel)
    {
        var words = SearchText.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Found = [.. (await list.List(Actor, cancel)).Where(text => Fits(text, words))];
    }

    private static bool Fits(ExternalDocument text, string[] words)
    {
        var said = SearchText.Of(text.Number, text.Title.Vi, text.Title.En, text.Issuer);
        return words.All(word => said.Contains(word, StringComparison.Ordinal));
    }
}

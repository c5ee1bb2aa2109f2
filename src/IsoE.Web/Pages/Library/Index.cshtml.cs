using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Library;

/// <summary>The procedures in force today. Those that agencies run for each other are shown to staff only.</summary>
public sealed class IndexModel(ProcedureLibrary library, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<ProcedureVersion> Found { get; private set; } = [];

    public void OnGet()
    {
        var words = SearchText.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Found =
        [
            .. library.InForce(Shown.Day(clock.GetUtcNow()))
                .Where(version => Visitor.IsSignedIn || !version.Procedure.IsInternal)
                .Where(version => Fits(version.Procedure, words))
                .OrderBy(version => version.Procedure.Field.Vi, StringComparer.Ordinal),
        ];
    }

    private static bool Fits(Procedure procedure, string[] words)
    {
        var text = SearchText.Of(procedure.Code, procedure.Name.Vi, procedure.Name.En, procedure.Field.Vi, procedure.Field.En);
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}

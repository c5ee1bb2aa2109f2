using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Quality;

/// <summary>The places of the quality system a person may open.</summary>
public sealed class IndexModel : Screen
{
    public IReadOnlyList<QualityGroup> Groups { get; private set; } = [];

    public IActionResult OnGet()
    {
        Groups = QualityPlaces.For(Visitor);
        return Groups.Count > 0 ? Page() : Forbid();
    }
}

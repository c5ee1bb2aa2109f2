using IsoE.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages;

/// <summary>The first page: staff go to their day's work, the public finds tracking and procedures.</summary>
public sealed class IndexModel : Screen
{
    public IActionResult OnGet() =>
        Visitor.IsSignedIn && Navigation.For(Visitor).FirstOrDefault() is { } first ? RedirectToPage(first.Page) : Page();
}

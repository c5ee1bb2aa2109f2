using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Session;

/// <summary>Ends the session.</summary>
public sealed class SignOutModel(SignInManager<Account> signIn) : Screen
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("/Session/SignIn");
    }
}

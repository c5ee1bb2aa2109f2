using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Session;

/// <summary>Changes the own password.</summary>
public sealed class PasswordModel(ChangePassword change, SignInManager<Account> signIn) : Screen
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool IsDone { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(string.IsNullOrEmpty(Current), nameof(Current), "Nhập mật khẩu hiện tại.", "Enter the present password.");
        Expect(New is null || New.Length < 10, nameof(New), "Mật khẩu mới cần ít nhất 10 ký tự.", "The new password needs at least 10 characters.");
        Expect(New != Again, nameof(Again), "Hai lần nhập mật khẩu mới không giống nhau.", "The new password was not the same both times.");
        return Attempt(() => Change(cancel), () => Task.CompletedTask);
    }

    private async Task<IActionResult> Change(CancellationToken cancel)
    {
        await signIn.RefreshSignInAsync(await change.Run(Actor, Current!, New!, cancel));
        return RedirectToPage(new { IsDone = true });
    }
}

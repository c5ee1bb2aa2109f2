using IsoE.Office.Organisation;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Session;

/// <summary>Changes the own password.</summary>
public sealed class PasswordModel(UserManager<Account> accounts, SignInManager<Account> signIn) : Screen
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

    public Task<IActionResult> OnPost()
    {
        Expect(string.IsNullOrEmpty(Current), nameof(Current), "Nhập mật khẩu hiện tại.", "Enter the present password.");
        Expect(New is null || New.Length < 10, nameof(New), "Mật khẩu mới cần ít nhất 10 ký tự.", "The new password needs at least 10 characters.");
        Expect(New != Again, nameof(Again), "Hai lần nhập mật khẩu mới không giống nhau.", "The new password was not the same both times.");
        return Attempt(Change, () => Task.CompletedTask);
    }

    private async Task<IActionResult> Change()
    {
        var account = await accounts.GetUserAsync(User)
            ?? throw new InvalidOperationException("The signed-in account does not exist any more.");
        var result = await accounts.ChangePasswordAsync(account, Current!, New!);
        if (!result.Succeeded) throw Refusal(result.Errors.Any(error => error.Code == "PasswordMismatch"));
        await signIn.RefreshSignInAsync(account);
        return RedirectToPage(new { IsDone = true });
    }

    private static RejectedException Refusal(bool isCurrentWrong) => isCurrentWrong
        ? new RejectedException("password-wrong", new Text("Mật khẩu hiện tại không đúng.", "The present password is wrong.")) { Field = nameof(Current) }
        : new RejectedException("password-weak", new Text(
            "Mật khẩu mới quá dễ đoán: dùng ít nhất 5 ký tự khác nhau.",
            "The new password is too easy to guess: use at least 5 different characters."))
        { Field = nameof(New) };
}

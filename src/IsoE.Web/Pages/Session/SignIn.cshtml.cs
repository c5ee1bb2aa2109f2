using IsoE.Office.Organisation;
using IsoE.Web.Demo;
using IsoE.Web.Hosting;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Session;

/// <summary>Signs a person in. Wrong name, wrong password and a locked account get the same answer in the same time.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignInManager<Account> signIn, UserManager<Account> accounts, Site site) : Screen
{
    /// <summary>A hash of nothing anybody knows: checked when the name is unknown, so that this takes as long.</summary>
    private static readonly string Nobody = new PasswordHasher<Account>()
        .HashPassword(new Account { AgencyId = "", PersonId = "" }, Guid.NewGuid().ToString());

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public SampleAgencies? Samples => site.Samples;

    public IActionResult OnGet() => Visitor.IsSignedIn ? LocalRedirect(Target()) : Page();

    public Task<IActionResult> OnPost()
    {
        Expect(string.IsNullOrWhiteSpace(UserName), nameof(UserName), "Nhập tên đăng nhập.", "Enter the user name.");
        Expect(string.IsNullOrEmpty(Password), nameof(Password), "Nhập mật khẩu.", "Enter the password.");
        return Attempt(Check, () => Task.CompletedTask);
    }

    private async Task<IActionResult> Check()
    {
        var account = await accounts.FindByNameAsync(UserName!.Trim());
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account { AgencyId = "", PersonId = "" }, Nobody, Password!);
            throw Refusal();
        }

        var result = await signIn.PasswordSignInAsync(account, Password!, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? LocalRedirect(Target()) : throw Refusal();
    }

    private static RejectedException Refusal() => new("sign-in-failed", new Text(
        "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. Kiểm tra lại rồi thử lần nữa.",
        "The user name or password is wrong, or the account is locked for a while. Check them and try again."))
    {
        Field = nameof(UserName),
    };

    private string Target() => Url.IsLocalUrl(Back) ? Back : "/";
}

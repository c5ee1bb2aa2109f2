using IsoE.Office.Organisation;
using IsoE.Web.Hosting;
using IsoE.Web.Identity;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Session;

/// <summary>Creates the agency and its administrator on a new installation; not found once anybody has an account.</summary>
public sealed class SetupModel(SetupLink link, FoundAgency found, OpenFirstAccount open, UserManager<Account> accounts, Site site) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? AgencyId { get; set; }

    [BindProperty]
    public string? AgencyName { get; set; }

    [BindProperty]
    public string? AgencyNameEn { get; set; }

    [BindProperty]
    public string Level { get; set; } = AgencyKinds.Commune;

    [BindProperty]
    public string Kind { get; set; } = AgencyKinds.Committee;

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<SelectListItem> Levels => [.. AgencyKinds.Levels.Select(level => new SelectListItem(T[level.Value], level.Key))];

    public IReadOnlyList<SelectListItem> Kinds => [.. AgencyKinds.All.Select(kind => new SelectListItem(T[kind.Value], kind.Key))];

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await IsOpen(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await IsOpen(cancel)) return NotFound();
        Expect(string.IsNullOrWhiteSpace(AgencyName), nameof(AgencyName), "Nhập tên cơ quan.", "Enter the agency's name.");
        Expect(string.IsNullOrWhiteSpace(FullName), nameof(FullName), "Nhập họ và tên.", "Enter the full name.");
        Expect(string.IsNullOrWhiteSpace(UserName), nameof(UserName), "Nhập tên đăng nhập.", "Enter the user name.");
        Expect(Password is null || Password.Length < 10, nameof(Password), "Mật khẩu cần ít nhất 10 ký tự.", "The password needs at least 10 characters.");
        return await Attempt(() => Create(cancel), () => Task.CompletedTask);
    }

    private async Task<IActionResult> Create(CancellationToken cancel)
    {
        var name = new Text(AgencyName!.Trim(), string.IsNullOrWhiteSpace(AgencyNameEn) ? AgencyName.Trim() : AgencyNameEn.Trim());
        var administrator = await found.Run(new AgencyForm(AgencyId ?? "", name, FullName!, Level, Kind), cancel);
        await open.Run(administrator, UserName!, Password!, cancel);
        (site.AgencyId, site.AgencyName) = (administrator.AgencyId, name);
        return RedirectToPage("/Session/SignIn");
    }

    private async Task<bool> IsOpen(CancellationToken cancel) => link.IsValid(Token) && !await accounts.Users.AnyAsync(cancel);
}

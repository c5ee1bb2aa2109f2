using System.Security.Cryptography;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>One person: particulars, roles and account.</summary>
public sealed class PersonModel(
    OfficeDb db, SavePerson save, GiveRole give, EndRole end, UserManager<Account> accounts, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UnitCode { get; set; }

    [BindProperty]
    public string? PositionCode { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? FromOn { get; set; }

    [BindProperty]
    public string? ToOn { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? RoleUnit { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public bool HasAccount { get; private set; }
    public string? NewPassword { get; private set; }
    public IReadOnlyList<RoleHeld> RolesHeld { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RoleUnits { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Id is null)
        {
            Permit.Require(Actor, Right.ChangeOrganisation);
            FromOn = Shown.Date(Shown.Day(clock.GetUtcNow()));
        }

        return await Load(fill: true, cancel) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        Expect(Shown.ReadDate(FromOn) is null, nameof(FromOn), "Nhập ngày theo dạng 27/11/2026.", "Enter the date like 27/11/2026.");
        Expect(!string.IsNullOrWhiteSpace(ToOn) && Shown.ReadDate(ToOn) is null, nameof(ToOn),
            "Nhập ngày theo dạng 27/11/2026 hoặc để trống.", "Enter the date like 27/11/2026 or leave it empty.");
        return Attempt(
            async () =>
            {
                var form = new PersonForm(
                    Id, FullName ?? "", Blank(UnitCode), Blank(PositionCode), Blank(Email), Blank(Phone),
                    Shown.ReadDate(FromOn)!.Value, Shown.ReadDate(ToOn));
                var person = await save.Run(Actor, form, cancel);
                return RedirectToPage(new { id = person.Id });
            },
            () => Load(fill: false, cancel));
    }

    public Task<IActionResult> OnPostGiveRole(CancellationToken cancel) => Attempt(
        async () =>
        {
            await give.Run(Actor, Id!, Role ?? "", Blank(RoleUnit), Shown.Day(clock.GetUtcNow()), cancel);
            return RedirectToPage(new { id = Id });
        },
        () => Load(fill: true, cancel),
        field => field == "UnitCode" ? nameof(RoleUnit) : field);

    public Task<IActionResult> OnPostEndRole(string roleId, CancellationToken cancel) => Attempt(
        async () =>
        {
            await end.Run(Actor, roleId, Shown.Day(clock.GetUtcNow()), cancel);
            return RedirectToPage(new { id = Id });
        },
        () => Load(fill: true, cancel));

    public Task<IActionResult> OnPostAccount(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ChangeOrganisation);
        return Attempt(
            async () =>
            {
                NewPassword = TemporaryPassword();
                await SetAccount(NewPassword, cancel);
                await Load(fill: true, cancel);
                return Page();
            },
            () => Load(fill: true, cancel));
    }

    private async Task SetAccount(string password, CancellationToken cancel)
    {
        var account = await accounts.Users.SingleOrDefaultAsync(row => row.AgencyId == Actor.AgencyId && row.PersonId == Id, cancel);
        if (account is null)
        {
            var created = new Account { AgencyId = Actor.AgencyId, PersonId = Id!, UserName = UserName?.Trim(), Email = Blank(Email) };
            Check(await accounts.CreateAsync(created, password));
            return;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        await accounts.SetLockoutEndDateAsync(account, null);
        // Sessions opened with the old password end with it.
        Check(await accounts.UpdateSecurityStampAsync(account));
    }

    private static void Check(IdentityResult result)
    {
        if (result.Succeeded) return;
        throw new RejectedException("user-name", new Text(
            "Tên đăng nhập này đã có người dùng hoặc có ký tự không được phép. Dùng chữ không dấu, số và dấu chấm.",
            "The user name is taken or has characters that are not allowed. Use letters without marks, digits and dots."))
        { Field = nameof(UserName) };
    }

    private async Task<bool> Load(bool fill, CancellationToken cancel)
    {
        var units = await db.Set<Unit>().AsNoTracking().OrderBy(unit => unit.Code).ToListAsync(cancel);
        var names = units.ToDictionary(unit => unit.Code, unit => unit.Name);
        Units = Choices(T["Không thuộc đơn vị nào", "No unit"], units.Select(unit => (T[unit.Name], unit.Code)));
        RoleUnits = Choices(T["Toàn cơ quan", "Whole agency"], units.Select(unit => (T[unit.Name], unit.Code)));
        var positions = await db.Set<Position>().AsNoTracking().OrderBy(position => position.NameVi).ToListAsync(cancel);
        Positions = Choices(T["Không có", "None"], positions.Select(position => (T[position.Name], position.Code)));
        RoleChoices = Choices(T["– Chọn –", "– Choose –"], Roles.All
            .Where(role => role.Key is not (Roles.System or Roles.Citizen)).Select(role => (T[role.Value], role.Key)));
        if (Id is null) return true;
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (person is null) return false;
        if (fill) Fill(person);
        RolesHeld = [.. (await db.Set<PersonRole>().AsNoTracking().Where(row => row.PersonId == Id).OrderBy(row => row.FromOn).ToListAsync(cancel))
            .Select(row => new RoleHeld(row, row.UnitCode is { } code ? names.GetValueOrDefault(code) : null))];
        var account = await accounts.Users.AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == Actor.AgencyId && row.PersonId == Id, cancel);
        HasAccount = account is not null;
        UserName = account?.UserName ?? UserName;
        return true;
    }

    private void Fill(Person person)
    {
        FullName = person.FullName;
        UnitCode = person.UnitCode;
        PositionCode = person.PositionCode;
        Email = person.Email;
        Phone = person.Phone;
        FromOn = Shown.Date(person.FromOn);
        ToOn = person.ToOn is { } left ? Shown.Date(left) : null;
    }

    private static IReadOnlyList<SelectListItem> Choices(string none, IEnumerable<(string Name, string Code)> choices) =>
        [new SelectListItem(none, ""), .. choices.Select(choice => new SelectListItem(choice.Name, choice.Code))];

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>Easy to read out: no letters or digits that look alike.</summary>
    private static string TemporaryPassword() => RandomNumberGenerator.GetString("abcdefghkmnpqrstuvwxyz23456789", 12);

    public sealed record RoleHeld(PersonRole Row, Text? Unit);
}

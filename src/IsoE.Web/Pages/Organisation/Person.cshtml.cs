using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>One person: particulars, roles and account.</summary>
public sealed class PersonModel(
    OfficeDb db, SavePerson save, GiveRole give, EndRole end, OpenAccount open, TimeProvider clock) : Screen
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
        ExpectDate(FromOn, nameof(FromOn));
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

    public Task<IActionResult> OnPostAccount(CancellationToken cancel) => Attempt(
        async () =>
        {
            NewPassword = await open.Run(Actor, Id!, UserName, cancel);
            await Load(fill: true, cancel);
            return Page();
        },
        () => Load(fill: true, cancel));

    private async Task<bool> Load(bool fill, CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var person = Id is null ? null : await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancel);
        if (Id is not null && person is null) return false;
        var units = await db.Set<Unit>().On(today, cancel);
        var positions = await db.Set<Position>().On(today, cancel);
        Units = Choices(T["Không thuộc đơn vị nào", "No unit"], Standing(units, today, person?.UnitCode).Select(unit => (T[unit.Name], unit.Code)));
        RoleUnits = Choices(T["Toàn cơ quan", "Whole agency"], Standing(units, today, null).Select(unit => (T[unit.Name], unit.Code)));
        Positions = Choices(T["Không có", "None"], Standing(positions, today, person?.PositionCode).Select(position => (T[position.Name], position.Code)));
        RoleChoices = Choices(T["– Chọn –", "– Choose –"], Roles.All
            .Where(role => role.Key is not (Roles.System or Roles.Citizen)).Select(role => (T[role.Value], role.Key)));
        if (person is null) return true;
        if (fill) Fill(person);
        RolesHeld = [.. (await db.Set<PersonRole>().AsNoTracking().Where(row => row.PersonId == Id).OrderBy(row => row.FromOn).ToListAsync(cancel))
            .Select(row => new RoleHeld(row, row.UnitCode is { } code ? units.GetValueOrDefault(code)?.Name : null))];
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.AgencyId == Actor.AgencyId && row.PersonId == Id, cancel);
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

    /// <summary>What stands today, and what the person has, even if it has ended.</summary>
    private static IEnumerable<TPeriod> Standing<TPeriod>(Dictionary<string, TPeriod> all, DateOnly today, string? held)
        where TPeriod : IPeriod =>
        all.Values.Where(each => each.HoldsOn(today) || each.Code == held).OrderBy(each => each.Code, StringComparer.Ordinal);

    public sealed record RoleHeld(PersonRole Row, Text? Unit);
}

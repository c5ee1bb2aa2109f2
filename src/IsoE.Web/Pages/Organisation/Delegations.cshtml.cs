using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>Roles handed to another person by a numbered document; granted and revoked here.</summary>
public sealed class DelegationsModel(OfficeDb db, GrantDelegation grant, RevokeDelegation revoke, TimeProvider clock) : Screen
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public string? FromOn { get; set; }

    [BindProperty]
    public string? ToOn { get; set; }

    [BindProperty]
    public string? DocumentOn { get; set; }

    public IReadOnlyList<DelegationLine> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostGrant(CancellationToken cancel)
    {
        Expect(string.IsNullOrEmpty(From), nameof(From), "Chọn người ủy quyền.", "Choose who delegates.");
        Expect(string.IsNullOrEmpty(To), nameof(To), "Chọn người được ủy quyền.", "Choose to whom.");
        Expect(string.IsNullOrEmpty(Role), nameof(Role), "Chọn vai trò.", "Choose the role.");
        ExpectDate(FromOn, nameof(FromOn));
        ExpectDate(ToOn, nameof(ToOn));
        ExpectDate(DocumentOn, nameof(DocumentOn));
        return Attempt(
            async () =>
            {
                await grant.Run(Actor, Read(), cancel);
                return RedirectToPage();
            },
            () => Load(cancel),
            field => field switch { "FromPersonId" => nameof(From), "ToPersonId" => nameof(To), _ => field });
    }

    public Task<IActionResult> OnPostRevoke(string id, CancellationToken cancel)
    {
        ModelState.Clear();
        return Attempt(
            async () =>
            {
                await revoke.Run(Actor, id, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    private DelegationForm Read() => new(
        From!, To!, Role!, null, null, Shown.ReadDate(FromOn)!.Value, Shown.ReadDate(ToOn)!.Value,
        DocumentNumber ?? "", Shown.ReadDate(DocumentOn)!.Value);

    private async Task Load(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.FullName).ToListAsync(cancel);
        var names = people.ToDictionary(person => person.Id, person => person.FullName);
        var delegations = await db.Set<Delegation>().AsNoTracking().OrderByDescending(row => row.FromOn).ToListAsync(cancel);
        var mayRevokeAll = Visitor.May(Right.ApproveDelegation);
        Lines =
        [
            .. delegations.Select(row => new DelegationLine(
                row, names.GetValueOrDefault(row.FromPersonId, row.FromPersonId), names.GetValueOrDefault(row.ToPersonId, row.ToPersonId),
                row.HoldsOn(today),
                row.RevokedAt is null && row.ToOn >= today && (mayRevokeAll || row.FromPersonId == Actor.PersonId))),
        ];
        People =
        [
            new SelectListItem(T["– Chọn –", "– Choose –"], ""),
            .. people.Where(person => person.WorksOn(today)).Select(person => new SelectListItem(person.FullName, person.Id)),
        ];
        RoleChoices =
        [
            new SelectListItem(T["– Chọn –", "– Choose –"], ""),
            .. Roles.All.Where(role => role.Key is not (Roles.System or Roles.Citizen) && !Roles.Administrators.Contains(role.Key))
                .Select(role => new SelectListItem(T[role.Value], role.Key)),
        ];
    }

    public sealed record DelegationLine(Delegation Delegation, string From, string To, bool IsInForce, bool MayRevoke);
}

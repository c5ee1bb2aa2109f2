using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Quality;

/// <summary>External auditors: who was invited, for which days and what, and a new invitation.</summary>
public sealed class AuditorsModel(InviteAuditor invite, ProcedureLibrary procedures, OfficeDb db, TimeProvider clock) : Screen
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? UnitCode { get; set; }

    [BindProperty]
    public string? ProcedureCode { get; set; }

    [BindProperty]
    public string? FromOn { get; set; }

    [BindProperty]
    public string? ToOn { get; set; }

    public IReadOnlyList<(string Name, PersonRole Role, bool IsOver)> Invited { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (from, to) = (ExpectDate(FromOn, nameof(FromOn)), ExpectDate(ToOn, nameof(ToOn)));
        return Attempt(
            async () =>
            {
                await invite.Run(Actor, new AuditorInvitation(CommandId, FullName ?? "", Organisation ?? "", Blank(Email), Blank(UnitCode), Blank(ProcedureCode), from!.Value, to!.Value), cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    private async Task Load(CancellationToken cancel)
    {
        NewCommand();
        var today = Shown.Day(clock.GetUtcNow());
        var roles = await db.Set<PersonRole>().AsNoTracking().Where(role => role.Role == Roles.ExternalAuditor).OrderByDescending(role => role.FromOn).ToListAsync(cancel);
        var ids = roles.Select(role => role.PersonId).ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        Invited = [.. roles.Select(role => (names[role.PersonId], role, role.ToOn < today))];
        Units = [new(T["Cả cơ quan", "The whole agency"], ""), .. (await db.Set<Unit>().On(today, cancel)).Values.Select(unit => new SelectListItem(T[unit.Name], unit.Code))];
        Procedures = [new(T["Mọi quy trình", "All procedures"], ""), .. procedures.InForce(today).Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code))];
    }
}

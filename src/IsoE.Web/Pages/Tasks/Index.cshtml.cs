using IsoE.Office.DocumentControl;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Records.Signing;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Tasks;

/// <summary>What a person has to do, the most urgent first: held, to be claimed, done.</summary>
public sealed class IndexModel(
    Inbox inbox, ClaimTask claim, WaitingPapers papers, ReadingList readings, ProcedureLibrary procedures, OfficeDb db, TimeProvider clock) : Screen
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public InboxList List { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public InboxCounts Counts { get; private set; } = new(0, 0, 0, 0);

    /// <summary>How many papers wait for the visitor's signature or seal.</summary>
    public int Papers { get; private set; }

    public IReadOnlyList<TaskLine> Lines { get; private set; } = [];

    /// <summary>What the person was asked to read and has not: name, page, part of its address.</summary>
    public IReadOnlyList<(Text Name, string Page, string Id)> ToRead { get; private set; } = [];

    public InboxCursor? Next { get; private set; }
    public IReadOnlyList<string> RolesHeld { get; private set; } = [];
    public IReadOnlyList<SelectListItem> RoleChoices { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostClaim(string id, CancellationToken cancel)
    {
        NewCommand();
        return Attempt(
            async () =>
            {
                await claim.Run(Actor, id, CommandId, cancel);
                return RedirectToPage("/Tasks/Task", new { id });
            },
            () => Load(cancel));
    }

    private async Task Load(CancellationToken cancel)
    {
        Counts = await inbox.Count(Actor, cancel);
        Papers = await papers.Count(Actor, cancel);
        ToRead = [.. (await readings.Unread(Actor, cancel)).Select(row => Named(row.Code))];
        RolesHeld = [.. Actor.RoleCodes];
        RoleChoices =
        [
            new SelectListItem(T["Mọi vai trò", "All roles"], ""),
            .. RolesHeld.Select(role => new SelectListItem(T[Roles.NameOf(role)], role)),
        ];
        var page = await inbox.Read(Actor, List, string.IsNullOrEmpty(Role) ? null : Role, InboxCursor.Parse(After), PageSize, cancel);
        Next = page.Next;
        var ids = page.Tasks.Select(task => task.InstanceId).Distinct().ToList();
        var dossiers = await db.Set<DossierRow>().AsNoTracking().Where(row => ids.Contains(row.InstanceId))
            .Select(row => new { row.InstanceId, row.ApplicantName, row.Subject, row.ProcedureCode, row.ProcedureVersion }).ToDictionaryAsync(row => row.InstanceId, cancel);
        var now = clock.GetUtcNow();
        Lines = [.. page.Tasks.Select(task =>
        {
            var dossier = dossiers.GetValueOrDefault(task.InstanceId);
            return new TaskLine(task, task.StandingAt(now), dossier is null ? new Text("", "") : procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Procedure.Name,
                dossier?.Subject ?? dossier?.ApplicantName ?? "–", OutcomeOf(task, dossier is null ? null : procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion)));
        })];
    }

    private (Text Name, string Page, string Id) Named(string code) =>
        QualityRegisters.Find(code) is { } register ? (register.Name, "/Quality/Register", code)
        : (procedures.InForce(Shown.Day(clock.GetUtcNow())).FirstOrDefault(version => version.Code == code) is { } version ? new Text($"{code} – {version.Procedure.Name.Vi}", $"{code} – {version.Procedure.Name.En}") : new Text(code, code), "/Library/Procedure", code);

    private static Text? OutcomeOf(TaskRow task, ProcedureVersion? procedure) => task.Outcome is { } outcome
        ? procedure?.Steps.Find(task.ActivityId)?.Outcomes.FirstOrDefault(each => each.Id == outcome)?.Label
        : null;

    public sealed record TaskLine(TaskRow Task, Standing Standing, Text Procedure, string Applicant, Text? Outcome);
}

using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Records.Signing;
using IsoE.Office.Tasks;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Tasks;

/// <summary>One task: its form, its outcomes as buttons, and the dossier beside it.</summary>
public sealed class TaskModel(
    FindTask find, FindDossier findDossier, CompleteTask complete, SendBackTask sendBack, ClaimTask claim, ReleaseTask release,
    ReassignTask reassign, StandIns standIns, FindSignable documents, CompleteSigned completeSigned, WaitingPapers papers, TimeProvider clock) : Screen
{
    /// <summary>The outcome that returns a task to the step before; procedures call it so everywhere.</summary>
    public const string SentBack = "SentBack";

    /// <summary>Not an outcome: keeps the part for reassigning open when it comes back with an error.</summary>
    public const string Reassigned = "reassign";

    /// <summary>Typed values by input name, see <see cref="FieldView.NameOf"/>.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>The version of the task the page showed.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Hash of the document that the page showed.</summary>
    [BindProperty]
    public string? ShownSha256 { get; set; }

    /// <summary>Of the key to sign with; empty: the document is signed on paper.</summary>
    [BindProperty]
    public string? SigningPassword { get; set; }

    [BindProperty]
    public string? ToPersonId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public TaskView View { get; private set; } = null!;
    public DossierView Dossier { get; private set; } = null!;
    public TypedForm Form { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }
    public bool JustDone { get; private set; }

    /// <summary>What was typed when the task can no longer be completed: shown so that it can be copied.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Lost { get; private set; } = [];
    public IReadOnlyList<KeyValuePair<Text, Text>> Stated { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>What can be signed here; null when nothing can.</summary>
    public SignableDocument? Document { get; private set; }

    /// <summary>Papers of the dossier that wait for the visitor's signature or seal, once the task is done.</summary>
    public IReadOnlyList<WaitingPaper> ToSign { get; private set; } = [];

    public bool MayReassign { get; private set; }

    public string Primary => Document?.Outcome ?? Outcomes.FirstOrDefault(outcome => outcome.Id != SentBack)?.Id ?? Outcomes[0].Id;
    public IEnumerable<string> Others => Outcomes.Select(outcome => outcome.Id).Where(outcome => outcome != Primary);

    /// <summary>What may be chosen, as the definition has it: readable when the task is done too.</summary>
    private IReadOnlyList<StepOutcome> Outcomes => Dossier.Procedure.Steps.Find(View.Task.ActivityId)?.Outcomes ?? [];

    public Text LabelOf(string outcome) => Outcomes.FirstOrDefault(each => each.Id == outcome)?.Label ?? new Text(outcome, outcome);

    public async Task<IActionResult> OnGet(string id, bool done, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        NewCommand();
        SeenVersion = View.Task.Version;
        JustDone = done && View.Task.Status == TaskState.Done;
        if (JustDone) ToSign = await papers.Of(Actor, View.Task.InstanceId, cancel);
        return Page();
    }

    /// <summary>The fields as the answers so far make them visible.</summary>
    public async Task<IActionResult> OnPostFields(string id, string? scope, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        ModelState.Clear();
        return Partial("_Fields", scope is null ? Form.Common() : Form.For(scope));
    }

    public async Task<IActionResult> OnPostComplete(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        return await Attempt(
            async () =>
            {
                var values = Form.Values(Outcome);
                if (Outcome == SentBack) await sendBack.Run(Actor, new SendBack(id, SeenVersion, ReasonIn(values), values, CommandId), cancel);
                else if (Outcome == Primary && !string.IsNullOrEmpty(SigningPassword))
                    await completeSigned.Run(Actor, new SignedCompletion(new TaskCompletion(id, SeenVersion, Outcome, values, CommandId), ShownSha256 ?? "", SigningPassword), cancel);
                else await complete.Run(Actor, new TaskCompletion(id, SeenVersion, Outcome, values, CommandId), cancel);
                return RedirectToPage(new { id, done = true });
            },
            () => Load(id, cancel),
            field => field == nameof(SignedCompletion.Password) ? nameof(SigningPassword) : Form.InputOf(field, Outcome));
    }

    public async Task<IActionResult> OnPostClaim(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        return await Attempt(() => Done(() => claim.Run(Actor, id, CommandId, cancel), id), () => Load(id, cancel));
    }

    public async Task<IActionResult> OnPostRelease(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        return await Attempt(() => Done(() => release.Run(Actor, id, CommandId, cancel), id), () => Load(id, cancel));
    }

    public async Task<IActionResult> OnPostReassign(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel)) return NotFound();
        Outcome = Reassigned;
        Expect(string.IsNullOrEmpty(ToPersonId), nameof(ToPersonId), "Chọn người nhận việc.", "Choose who gets the task.");
        Expect(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "Nêu lý do giao việc cho người khác.", "Say why it goes to somebody else.");
        var order = new Reassignment(id, SeenVersion, ToPersonId ?? "", Reason ?? "", CommandId);
        return await Attempt(() => Done(() => reassign.Run(Actor, order, cancel), id), () => Load(id, cancel));
    }

    private async Task<IActionResult> Done(Func<Task> command, string id)
    {
        await command();
        return RedirectToPage(new { id });
    }

    private async Task<bool> Load(string id, CancellationToken cancel)
    {
        if (await find.Run(Actor, id, cancel) is not { } view) return false;
        if (await findDossier.Run(Actor, view.Task.InstanceId, cancel) is not { } dossier) return false;
        (View, Dossier, Now) = (view, dossier, clock.GetUtcNow());
        Form = view.Answers is { } seen
            ? new TypedForm(view.Form?.Fields ?? [], Answers, seen)
            : new TypedForm(FormOfStep(dossier, view.Task)?.Fields ?? [], Answers, FormAnswers.OfDossier(dossier.Dossier.CaseId, dossier.Dossier.ReadForm(), Shown.Day(Now)));
        Form = Form with { Version = dossier.Procedure };
        Stated = FormWords.Read(dossier.Procedure.Procedure.Form, dossier.Dossier.ReadForm());
        MayReassign = view.Task.AssigneeId == Actor.PersonId || Visitor.May(Right.ReassignTask);
        if (MayReassign) People = await Choices(view.Task, cancel);
        if (view.Task.Status != TaskState.Open) Lost = Typed();
        else if (view.Obstacle is null) Document = await documents.Run(Actor, id, cancel);
        return true;
    }

    private static TaskForm? FormOfStep(DossierView dossier, TaskRow task) => dossier.Procedure.Steps.Find(task.ActivityId)?.Form;

    private async Task<IReadOnlyList<SelectListItem>> Choices(TaskRow task, CancellationToken cancel) =>
    [
        new SelectListItem(T["– Chọn –", "– Choose –"], ""),
        .. (await standIns.Find(task.Role, task.UnitCode, [task.AssigneeId ?? ""], task.IndependentOf, cancel)).Select(person => new SelectListItem(person.FullName, person.Id)),
    ];

    private IReadOnlyList<KeyValuePair<string, string>> Typed() =>
    [
        .. Form.Fields.SelectMany(field => Answers
            .Where(answer => answer.Value is { Length: > 0 } && (answer.Key == field.Id || answer.Key.EndsWith(":" + field.Id, StringComparison.Ordinal)))
            .Select(answer => KeyValuePair.Create(T[field.Label], answer.Value!))),
    ];

    private static string ReasonIn(JsonElement values) =>
        values.TryGetProperty(TaskResult.Reason, out var reason) ? reason.GetString() ?? "" : "";
}

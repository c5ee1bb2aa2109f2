using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Records what a step has waited for: the answer of another agency, with its paper.</summary>
public sealed class RecordAnswerModel(
    FindDossier find, ReceiveOutsideEvent receive, AttachmentStore attachments, TimeProvider clock) : DossierScreen(find)
{
    /// <summary>Activity id of the waiting step.</summary>
    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The step, also when it no longer waits: what was typed must not be lost by it. Null when there is none.</summary>
    public StepRow? Asked => View.Procedure.Steps.Find(Step);

    public IReadOnlyList<FieldView> Fields => Form().Common();

    public DateTimeOffset? DueAt => View.Outside.FirstOrDefault(wait => wait.ActivityId == Step)?.DueAt;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var page = await Show(cancel);
        return page is PageResult && !View.Outside.Any(wait => wait.ActivityId == Step && wait.MayRecord) ? NotFound() : page;
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Act(
        async id =>
        {
            var files = await IncomingFiles.Store(attachments, Files, cancel);
            await receive.Run(Actor, new OutsideEvent(id, EventName, Form().Values(null), files, CommandId), cancel);
        },
        cancel,
        field => Form().Fields.Any(each => each.Id == field) ? FieldView.NameOf(field) : field);

    /// <summary>Name of the event as the definition has it; the step's own id for a step that waits for none.</summary>
    private string EventName => View.Procedure.Definition.Activities.GetValueOrDefault(Step)?.LiteralText("event") ?? Step;

    private TypedForm Form() => new(
        Asked?.Form?.Fields ?? [], Answers, FormAnswers.ForTask(View.Dossier.CaseId, View.Dossier.ReadForm(), null, Shown.Day(clock.GetUtcNow())));
}

using IsoE.Office.Dossiers;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Markup;
using IsoE.Workflows.Execution;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Receives what the applicant brought after a supplement request.</summary>
public sealed class ReceiveSupplementModel(
    FindDossier find, Office.Dossiers.ReceiveSupplement receive, AttachmentStore attachments, TimeProvider clock) : DossierScreen(find)
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public Dictionary<string, PaperTyped> Papers { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<FieldView> Fields => Form().Common();
    public IReadOnlyList<PaperLine> Checklist => PaperLine.Of(View, Papers);

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel) => Act(
        async id =>
        {
            var files = await IncomingFiles.Store(attachments, Files, cancel);
            var checks = Checklist.Select(line => line.Check()).ToList();
            await receive.Run(Actor, new SupplementForm(id, checks, Note, null, Form().Values(null), files, CommandId), cancel);
        },
        cancel,
        field => Form().Fields.Any(each => each.Id == field) ? FieldView.NameOf(field) : field);

    private TypedForm Form() => StepFields.Of(View, task => task.WaitsFor == Pauses.Supplement, Answers, clock.GetUtcNow());
}

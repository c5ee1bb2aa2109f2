using IsoE.Office.Dossiers;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Markup;
using IsoE.Web.Pages.Dossiers.Act;
using IsoE.Workflows.Execution;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Citizen;

/// <summary>Supplies online what the agency has asked for: files for the papers, and a word about them.</summary>
[RequestSizeLimit(22 * 1024 * 1024)]
public sealed class SupplementModel(FindDossier find, Office.Dossiers.ReceiveSupplement receive, Uploads uploads, TimeProvider clock) : OwnDossierScreen(find)
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public PaperList Papers { get; private set; } = null!;

    /// <summary>What the waiting step asks, besides files; nothing before acceptance.</summary>
    public IReadOnlyList<FieldView> Fields => Dossier.AwaitsCheck ? [] : Form().Common();

    public SupplementRequested? Asked => View.Supplement;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        NewCommand();
        if (!await Load(cancel)) return NotFound();
        return IsWanted ? Page() : Back();
    }

    public async Task<IActionResult> OnPostFile(string? component, IFormFile? file, CancellationToken cancel)
    {
        if (!await Load(cancel) || !IsWanted) return NotFound();
        Expect(file is null, PaperList.NameOf(component), "Chọn tệp.", "Choose a file.");
        return await Attempt(
            async () =>
            {
                await using var content = file!.OpenReadStream();
                await uploads.Take(Agency, Id, View.Procedure.Procedure.FindComponent(component ?? "")?.Id, file.FileName, file.Length, content, cancel);
                return RedirectToPage(new { agency = Agency, id = Id });
            },
            () => Load(cancel),
            _ => PaperList.NameOf(component));
    }

    public async Task<IActionResult> OnPostRemove(string upload, CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        if (await uploads.Find(Id, upload, cancel) is { } found) await uploads.Remove(found, cancel);
        return RedirectToPage(new { agency = Agency, id = Id });
    }

    public async Task<IActionResult> OnGetPapers(CancellationToken cancel) => await Load(cancel) ? Partial("_Uploads", Papers) : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        if (!IsWanted) return Back();
        var sent = (await uploads.Of(Id, cancel)).Where(upload => upload.Stored is not null).ToList();
        Expect(sent.Count == 0 && string.IsNullOrWhiteSpace(Note), "Papers", "Tải lên giấy tờ bổ sung, hoặc ghi lời giải thích.", "Upload what is asked for, or explain in a note.");
        return await Attempt(
            async () =>
            {
                var checks = View.Procedure.Procedure.Components.Where(component => sent.Any(upload => upload.Component == component.Id))
                    .Select(component => new ComponentCheck(component.Id, component.Originals, component.Copies, ComponentStates.Enough, "Bản điện tử")).ToList();
                var files = sent.Select(upload => new IncomingFile(upload.Stored!, upload.Component)).ToList();
                var values = Dossier.AwaitsCheck ? default : Form().Values(null);
                await receive.Run(Applicant, new SupplementForm(Id, checks, Note, null, values, files, CommandId), cancel);
                await uploads.Release(Id, cancel);
                return Back();
            },
            () => Load(cancel),
            field => Dossier.AwaitsCheck || Form().Fields.All(each => each.Id != field) ? field : FieldView.NameOf(field));
    }

    private bool IsWanted => View.Actions.Contains(DossierAction.ReceiveSupplement);

    private RedirectToPageResult Back() => RedirectToPage("/Citizen/Dossier", new { agency = Agency, id = Id });

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (!await Find(cancel)) return false;
        var papers = WantedPaper.ForSupplement(View.Procedure.Procedure, await uploads.Of(Id, cancel), uploads);
        Papers = new PaperList(papers, "/Citizen/Supplement", Agency, Id);
        return true;
    }

    private TypedForm Form() => StepFields.Of(View, task => task.WaitsFor == Pauses.Supplement, Answers, clock.GetUtcNow());
}

using IsoE.Office.Dossiers;
using IsoE.Office.Storage.Attachments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers.Act;

/// <summary>Adds a file to a dossier.</summary>
public sealed class AddAttachmentModel(FindDossier find, Office.Dossiers.AddAttachment add, AttachmentStore attachments) : DossierScreen(find)
{
    [BindProperty]
    public string? Component { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<SelectListItem> Components =>
    [
        new SelectListItem(T["Giấy tờ khác", "Another paper"], ""),
        .. View.Procedure.Procedure.Components.Select(component => new SelectListItem(T[component.Name], component.Id)),
    ];

    public Task<IActionResult> OnGet(CancellationToken cancel) => Show(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Upload is null, nameof(Upload), "Chọn tệp cần đính kèm.", "Choose the file to attach.");
        return Act(
            async id =>
            {
                await using var content = Upload!.OpenReadStream();
                var stored = await attachments.Store(content, Upload.FileName, cancel);
                await add.Run(Actor, id, new IncomingFile(stored, string.IsNullOrEmpty(Component) ? null : Component), CommandId, cancel);
            },
            cancel);
    }
}

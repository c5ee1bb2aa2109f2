using IsoE.Office.DocumentControl;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Makes a draft of a BPMN drawing.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportBpmnModel(BeginDrawnDraft begin) : Screen
{
    // Larger than a file may be, so that a file that is too large is refused in words.
    private const long LargestRequest = 40L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => NewCommand();

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Upload is null, "Upload", "Chọn tệp BPMN (.bpmn).", "Choose the BPMN file (.bpmn).");
        Expect(string.IsNullOrWhiteSpace(Code), "Code", "Nhập mã quy trình.", "Enter the procedure's code.");
        return Attempt(
            async () =>
            {
                await using var upload = Upload!.OpenReadStream();
                return RedirectToPage("/Authoring/Steps", new { id = await begin.Run(Actor, CommandId, Code!.Trim(), Name, upload, cancel) });
            },
            () => Task.CompletedTask,
            field => field == "NameVi" ? "Name" : field);
    }
}

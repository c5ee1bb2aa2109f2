using IsoE.Office.Improvement.Import;
using IsoE.Office.Procedures;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>Where event logs are chosen: the own dossiers, and logs brought in from outside.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(ImportedLogs imported, BringLog bring, ReadLog read, ProcedureLibrary library, TimeProvider clock) : ImprovementScreen(imported, library, clock)
{
    private const long LargestUpload = 200L * 1024 * 1024;

    // Larger than a file may be, so that a file that is too large is refused in words.
    private const long LargestRequest = 2 * LargestUpload;

    private readonly ImportedLogs _imported = imported;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<ImportedLogRow> Logs { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Upload is null, nameof(Upload), "Chọn tệp nhật ký (.csv, .xes hoặc .gz).", "Choose the log (.csv, .xes or .gz).");
        Expect(
            Upload?.Length > LargestUpload, nameof(Upload), "Tệp lớn hơn 200 MB. Người quản trị nhập tệp lớn bằng lệnh isoe log import.",
            "The file is larger than 200 MB. An administrator imports large files by the command isoe log import.");
        return Attempt(
            async () =>
            {
                await using var content = Upload!.OpenReadStream();
                var row = await bring.Run(Actor, content, Upload.FileName, Name, cancel);
                if (row.Form == LogForm.Csv) return RedirectToPage("/Reports/Improvement/Columns", new { log = row.Id });
                await Xes(row, cancel);
                return RedirectToPage("/Reports/Improvement/Map", new { log = row.Id });
            },
            () => Load(cancel));
    }

    public Task<IActionResult> OnPostRemove(string id, CancellationToken cancel) => Attempt(
        async () =>
        {
            await _imported.Remove(Actor, id, cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    /// <summary>There is nothing to confirm about XES: it is read at once, or not kept.</summary>
    private async Task Xes(ImportedLogRow row, CancellationToken cancel)
    {
        try
        {
            await read.Run(Actor, row.Id, null, cancel);
        }
        catch
        {
            await _imported.Remove(Actor, row.Id, CancellationToken.None);
            throw;
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        await Choose(cancel);
        Logs = await _imported.List(Actor, cancel);
    }
}

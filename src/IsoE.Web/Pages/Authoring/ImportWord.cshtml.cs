using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures.WordImport;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Uploads a procedure in Word, shows what is understood of it and where it stands, and makes a draft of it.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportWordModel(KeptWordFile files, BeginImportedDraft begin, OfficeDb db, TimeProvider clock) : Screen
{
    // Larger than a file may be, so that a file that is too large is refused in words.
    private const long LargestRequest = 120L * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Name of the kept file.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Kept { get; set; }

    /// <summary>Which table of steps is read when the file has several, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "table")]
    public int Table { get; set; } = 1;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string FileName { get; private set; } = "";

    public WordProcedure? Word { get; private set; }

    /// <summary>What the author will have to look at.</summary>
    public IReadOnlyList<ImportRemark> Remarks { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        NewCommand();
        if (Kept is null) return;
        try
        {
            await Read(cancel);
            Code ??= Word!.Text.Code?.Value;
            Name ??= Word!.Text.Name?.Value;
        }
        catch (RejectedException rejected)
        {
            ModelState.AddModelError("Upload", T[rejected.Reason]);
        }
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Expect(Upload is null, "Upload", "Chọn tệp Word (.docx) của quy trình.", "Choose the procedure's Word file (.docx).");
        return Attempt(
            async () =>
            {
                await using var upload = Upload!.OpenReadStream();
                using var bytes = await KeptWordFile.Read(upload, cancel);
                _ = ReadWordProcedure.Run(bytes, []);
                bytes.Position = 0;
                return RedirectToPage(new { file = await files.Keep(Actor, bytes, Upload.FileName, cancel) });
            },
            () => Task.CompletedTask,
            _ => "Upload");
    }

    public Task<IActionResult> OnPostDraft(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(Code), "Code", "Nhập mã thủ tục.", "Enter the procedure's code.");
        Expect(string.IsNullOrWhiteSpace(Name), "Name", "Nhập tên thủ tục.", "Enter the procedure's name.");
        return Attempt(
            async () =>
            {
                await Read(cancel);
                var name = VietnameseText.Compose(Name!.Trim());
                var documentId = await begin.Run(Actor, CommandId, Code!, new Text(name, name), Word!, cancel);
                return RedirectToPage("/Authoring/Steps", new { id = documentId });
            },
            () => Read(cancel),
            field => field == "NameVi" ? "Name" : field);
    }

    private async Task Read(CancellationToken cancel)
    {
        var (content, name) = files.Open(Actor, Kept ?? "");
        await using var opened = content;
        using var bytes = await KeptWordFile.Read(content, cancel);
        var units = await db.Set<Unit>().AsNoTracking().InForce(Language.Shown.Day(clock.GetUtcNow())).OrderBy(unit => unit.Code).ToListAsync(cancel);
        (FileName, Word) = (name, ReadWordProcedure.Run(bytes, [.. units.Select(unit => new KnownUnit(unit.Code, unit.Name))], Table));
        Remarks = ImportedDraft.Of(Word, Code ?? "QT-00", new Text(Name ?? "", Name ?? ""), Language.Shown.Day(clock.GetUtcNow())).Remarks;
    }
}

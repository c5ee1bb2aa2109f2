using IsoE.Office.Dossiers;
using IsoE.Office.Storage.Attachments;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>Sends one file of a dossier to somebody who may read the dossier.</summary>
public sealed class FileModel(FindDossier find, AttachmentStore attachments) : DossierScreen(find)
{
    public async Task<IActionResult> OnGet(string file, CancellationToken cancel)
    {
        if (!await Find(cancel) || View.Papers.FirstOrDefault(paper => paper.Id == file) is not { } paper) return NotFound();
        // Always saved, never shown: a file from outside must not run inside our pages.
        return File(attachments.Open(paper.Sha256), paper.ContentType, paper.Name);
    }
}

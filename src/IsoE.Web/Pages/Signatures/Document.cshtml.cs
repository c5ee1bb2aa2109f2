using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Office.Records.Signing;
using IsoE.Office.Tasks;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Signatures;

/// <summary>The document that a task signs, as PDF: the bytes whose hash the task shows.</summary>
public sealed class DocumentModel(FindTask tasks, FindDossier dossiers, FindSignable documents) : Screen
{
    public async Task<IActionResult> OnGet(string task, CancellationToken cancel)
    {
        if (await tasks.Run(Actor, task, cancel) is not { } view) return NotFound();
        if (await dossiers.Run(Actor, view.Task.InstanceId, cancel) is null) return NotFound();
        return await documents.Run(Actor, task, cancel) is { } document
            ? new PrintedDocument(document.Pdf, $"{view.Task.DossierCode}-{document.Record}.pdf").Shown()
            : NotFound();
    }
}

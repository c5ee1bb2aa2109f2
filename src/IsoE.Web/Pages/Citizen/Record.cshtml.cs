using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Citizen;

/// <summary>A paper of the own dossier that is meant for the applicant, as PDF.</summary>
public sealed class RecordModel(FindDossier find, OpenRecord records) : OwnDossierScreen(find)
{
    public async Task<IActionResult> OnGet(string code, CancellationToken cancel) =>
        await Find(cancel) && await records.ForApplicant(Dossier, code, cancel) is { } pdf ? pdf.Shown() : NotFound();
}

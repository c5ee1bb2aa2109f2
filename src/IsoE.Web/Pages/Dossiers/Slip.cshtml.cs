using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>The slip the applicant takes home from the counter: the receipt, or the refusal.</summary>
public sealed class SlipModel(FindDossier find, OpenRecord records) : DossierScreen(find)
{
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        var issued = await records.Of(View, cancel);
        var slip = issued.LastOrDefault(record => record.Code is RecordCodes.Receipt or RecordCodes.CounterRefusal);
        return slip is null ? NotFound() : (await records.Run(Actor, slip.Id, cancel)).Shown();
    }
}

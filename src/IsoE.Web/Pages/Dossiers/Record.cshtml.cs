using IsoE.Office.Dossiers;
using IsoE.Office.Records;
using IsoE.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>A record of a dossier as PDF: one that was issued, the control sheet, or the whole quality record.</summary>
public sealed class RecordModel(FindDossier find, OpenRecord records, PrintControlSheet controlSheet, PrintDossierRecord qualityRecord) : DossierScreen(find)
{
    public const string ControlSheet = "control-sheet";
    public const string QualityRecord = "quality-record";

    /// <param name="record">Id of an issued record, <c>control-sheet</c> or <c>quality-record</c>.</param>
    public async Task<IActionResult> OnGet(string record, CancellationToken cancel)
    {
        if (!await Find(cancel)) return NotFound();
        var id = View.Dossier.InstanceId;
        if (record == ControlSheet) return (await controlSheet.Run(Actor, id, cancel)).Shown();
        if (record == QualityRecord) return (await qualityRecord.Run(Actor, id, cancel)).Shown();
        var issued = await records.Of(Actor, id, cancel);
        return issued.Any(each => each.Id == record) ? (await records.Run(Actor, record, cancel)).Shown() : NotFound();
    }
}

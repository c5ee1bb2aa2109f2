using IsoE.Documents.Typesetting;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Printing;
using IsoE.Workflows;

namespace IsoE.Office.Records;

/// <summary>Form 06 of a dossier as it stands: every hand-over so far.</summary>
public sealed class PrintControlSheet(FindDossier dossiers, ReadDossierMoment moments, Typesetter typesetter)
{
    /// <exception cref="RejectedException">There is no such dossier, or the actor may not read it.</exception>
    public async Task<PrintedDocument> Run(Actor actor, string dossierId, CancellationToken cancel)
    {
        var view = await dossiers.Run(actor, dossierId, cancel) ?? throw Unknown();
        var moment = await moments.Run(actor.AgencyId, view.Dossier.InstanceId, null, cancel);
        // A closed dossier always gives the same sheet; an open one is dated by its last event.
        var at = moment.History[^1].At;
        var pdf = await typesetter.Render(ControlSheetPrint.Of(moment, at).ToJob(at, overrides: actor.AgencyId), cancel);
        return new PrintedDocument(pdf, $"{moment.Dossier.Code}-form-06.pdf");
    }

    internal static RejectedException Unknown() => new("dossier-unknown", new Text(
        "Không tìm thấy hồ sơ này trong cơ quan. Hãy kiểm tra lại mã hồ sơ.",
        "This agency has no such dossier. Check the dossier code."));
}

using System.Text.Json;
using IsoE.Documents.Forms;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 03: refused at the counter, with concrete reasons.</summary>
internal static class RefusalPrint
{
    public static RefusalSlip Of(DossierMoment moment, RecordRow record, JsonElement data) => new()
    {
        Head = moment.CounterHead(DocumentNumber.Of(moment, record, "TCHS"), record.IssuedAt),
        Code = moment.Dossier.Code,
        Counter = moment.Counter,
        Applicant = moment.Applicant,
        Request = moment.Procedure.Name.Vi,
        Reasons = data.Lines("reason"),
        LegalBasis = string.Join("; ", moment.Procedure.LegalBasis.Take(3).Select(basis => basis.Number)),
        OfficerName = moment.NameOf(record.IssuedBy),
    };
}

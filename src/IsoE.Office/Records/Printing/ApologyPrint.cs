using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 04: apology and new date, signed one level above the delay.</summary>
internal static class ApologyPrint
{
    public static ApologyLetter Of(DossierMoment moment, RecordRow record, JsonElement data)
    {
        var granted = moment.History.Select(recorded => recorded.Fact).OfType<ExtensionGranted>().Last();
        return new ApologyLetter
        {
            Head = moment.Head(DocumentNumber.Of(moment, record, "PXL"), record.IssuedAt),
            Code = moment.Dossier.Code,
            Recipient = moment.Dossier.ApplicantName,
            Request = moment.Procedure.Name.Vi,
            ReceivedOn = DossierMoment.LongDate(moment.Dossier.ReceivedAt),
            PromisedAt = granted.From is { } from ? DossierMoment.TimeAndDate(from) : "",
            Reason = data.Text("reason"),
            NewPromisedAt = DossierMoment.TimeAndDate(granted.To),
            Recipients = ["Như trên", "Lưu: VT, hồ sơ"],
            Signer = moment.Sign(record),
        };
    }
}

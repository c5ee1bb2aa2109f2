using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Records.Printing;

/// <summary>The confirmation of what was handed in online.</summary>
internal static class SubmissionPrint
{
    public static SubmissionConfirmation Of(DossierMoment moment, RecordRow record, RecordOptions options)
    {
        var dossier = moment.Dossier;
        return new SubmissionConfirmation
        {
            Head = moment.CounterHead(DocumentNumber.Of(moment, record, "XNTT"), record.IssuedAt),
            Code = dossier.Code,
            Applicant = moment.Applicant,
            Request = moment.Procedure.Name.Vi,
            SubmittedAt = DossierMoment.TimeAndDate(dossier.ReceivedAt),
            AnswerBy = dossier.AnswerDueAt is { } due ? DossierMoment.TimeAndDate(due) : "theo thông báo của cơ quan giải quyết",
            Papers = [.. dossier.ReadComponents().Where(check => check.State == ComponentStates.Enough).Select(check => moment.Procedure.FindComponent(check.ComponentId)?.Name.Vi ?? check.ComponentId)],
            Declared = [.. FormWords.Read(moment.Procedure.Form, dossier.ReadForm()).Select(entry => new RecordEntry(entry.Key.Vi, entry.Value.Vi))],
            LegalTime = dossier.LegalLimit is { } limit ? TimeLimit.Parse(limit).Describe().Vi : "theo quy định",
            ReturnWay = dossier.ReturnWay switch { ReturnWay.Post => "qua dịch vụ bưu chính công ích", ReturnWay.Online => "bản điện tử", _ => "trực tiếp tại quầy" },
            TrackingAddress = options.TrackingAddress(dossier.TrackingSecret),
        };
    }
}

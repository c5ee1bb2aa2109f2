using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 02: the one request for everything that is missing.</summary>
internal static class SupplementPrint
{
    public static SupplementRequest Of(DossierMoment moment, RecordRow record, JsonElement data) => new()
    {
        Head = moment.Head(DocumentNumber.Of(moment, record, "HDHS"), record.IssuedAt),
        Code = moment.Dossier.Code,
        Applicant = moment.Applicant,
        Request = moment.Procedure.Name.Vi,
        Items = data.Lines("items"),
        Reason = data.Text("reason"),
        LegalBasis = data.Text("legalGround"),
        Deadline = $"{moment.Procedure.Supplement.Limit.Describe().Vi} kể từ ngày {Wording.ShortDate(VietnamTime.DateOf(record.IssuedAt))}",
        ContactName = moment.NameOf(record.IssuedBy),
        ContactPhone = moment.People.GetValueOrDefault(record.IssuedBy)?.Phone ?? moment.Agency.Phone ?? "",
        Signer = moment.Sign(record, "(Ký và ghi rõ họ tên)"),
    };
}

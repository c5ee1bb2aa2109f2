using System.Text.Json;
using IsoE.Documents.Forms;

namespace IsoE.Office.Records.Printing;

/// <summary>The notice that a result was wrong, is recalled and made anew.</summary>
internal static class RecallPrint
{
    public static RecallNotice Of(DossierMoment moment, RecordRow record, JsonElement data)
    {
        var dossier = moment.Dossier;
        var result = dossier.ResultRecord is { } code && moment.Procedure.FindRecord(code) is { } kind ? kind.Name.Vi : "Kết quả giải quyết hồ sơ";
        return new RecallNotice
        {
            Head = moment.Head(DocumentNumber.Of(moment, record, "TBTH"), record.IssuedAt),
            Code = dossier.Code,
            Applicant = moment.Applicant,
            Request = moment.Procedure.Name.Vi,
            Result = $"{result}, {DossierMoment.LongDate(dossier.FinishedAt!.Value)}",
            Reason = data.Text("reason"),
            Replacement = data.Text("replacementCode"),
            Copy = dossier.ReturnedAt is null ? "" : "đề nghị Ông/Bà nộp lại bản kết quả đã nhận khi nhận kết quả mới; bản này không còn giá trị.",
            Recipients = ["Người nộp hồ sơ", "Bộ phận tiếp nhận và trả kết quả", "Lưu: VT, hồ sơ"],
            Signer = moment.Sign(record),
        };
    }
}

using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Office.Dossiers;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 05: the procedure ends without a result.</summary>
internal static class StopPrint
{
    public static StopNotice Of(DossierMoment moment, RecordRow record, JsonElement data)
    {
        var dossier = moment.Dossier;
        return new StopNotice
        {
            Head = moment.Head(DocumentNumber.Of(moment, record, "TBD"), record.IssuedAt),
            Code = dossier.Code,
            Applicant = moment.Applicant,
            Request = moment.Procedure.Name.Vi,
            ReceivedOn = DossierMoment.LongDate(dossier.ReceivedAt),
            Ground = Ground(moment, data),
            Stage = NationalStatus.NameOf(Before(moment, record)).Vi,
            Money = dossier.AmountPaid > 0
                ? $"Số tiền đã nộp: {Wording.Number((long)dossier.AmountPaid)} đồng; hoàn trả theo quy định của pháp luật về phí, lệ phí."
                : "",
            Decision = "Trả lại hồ sơ và các giấy tờ kèm theo cho người nộp hồ sơ tại nơi đã tiếp nhận.",
            Recipients = ["Người nộp hồ sơ", "Bộ phận tiếp nhận và trả kết quả", "Lưu: VT, hồ sơ"],
            Signer = moment.Sign(record),
        };
    }

    private static string Ground(DossierMoment moment, JsonElement data)
    {
        var facts = moment.History.Select(recorded => recorded.Fact).ToList();
        if (facts.Exists(fact => fact is WithdrawalConfirmed) && facts.OfType<WithdrawalRequested>().LastOrDefault() is { } asked)
            return $"Người nộp hồ sơ đề nghị rút hồ sơ: {asked.Reason}";
        return data.Text("reason") is { Length: > 0 } reason
            ? reason
            : "Quá thời hạn bổ sung, hoàn thiện hồ sơ mà cơ quan chưa nhận được hồ sơ bổ sung.";
    }

    /// <summary>The status the dossier had before the step that stopped it.</summary>
    private static int Before(DossierMoment moment, RecordRow record) => moment.History
        .Where(recorded => recorded.At < record.IssuedAt)
        .Aggregate((DossierRow?)null, (row, recorded) => Dossier.Apply(row, moment.Agency.Id, moment.Dossier.InstanceId, recorded))
        ?.NationalStatus ?? NationalStatus.Registered;
}

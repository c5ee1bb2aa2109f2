using IsoE.Documents.Forms;
using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Records.Printing;

/// <summary>Form 01: receipt and appointment slip.</summary>
internal static class ReceiptPrint
{
    public static Receipt Of(DossierMoment moment, RecordRow record, RecordOptions options, PaymentAccount? account)
    {
        var dossier = moment.Dossier;
        return new Receipt
        {
            Head = moment.CounterHead(DocumentNumber.Of(moment, record, "TNHS"), record.IssuedAt),
            Counter = moment.Counter,
            Code = dossier.Code,
            Applicant = moment.Applicant,
            Request = moment.Procedure.Name.Vi,
            Components = [.. dossier.ReadComponents().Where(check => check.State == ComponentStates.Enough).SelectMany(check => Lines(moment, check))],
            Sets = $"{dossier.Sets:00}",
            LegalTime = dossier.LegalLimit is { } limit ? TimeLimit.Parse(limit).Describe().Vi : "theo quy định",
            ReceivedAt = DossierMoment.TimeAndDate(dossier.ReceivedAt),
            PromisedAt = dossier.PromisedAt is { } promised ? DossierMoment.TimeAndDate(promised) : "theo thông báo của cơ quan giải quyết",
            ReturnPlace = $"{moment.Counter} ({WayOf(dossier.ReturnWay)})",
            Fee = FeeOf(dossier),
            PaymentCode = account is not null && dossier.AmountOwed() is var owed and > 0 ? VietQr.Of(account, owed, dossier.Code) : "",
            PaymentLines = account is null || dossier.AmountOwed() == 0 ? [] :
            [
                $"{account.BankName}, số tài khoản {account.Account}",
                account.Holder,
                $"Nội dung: {dossier.Code}",
            ],
            Book = $"{dossier.ReceivedAt.Year}",
            BookLine = dossier.Code.Split('-')[^1],
            Supersedes = Superseded(moment),
            Custody = [.. dossier.HeldOriginals().Select(check => $"{moment.Procedure.FindComponent(check.ComponentId)?.Name.Vi ?? check.ComponentId}: {check.Held:00} bản chính")],
            OfficerName = moment.NameOf(record.IssuedBy),
            TrackingAddress = options.TrackingAddress(dossier.TrackingSecret),
        };
    }

    private static IEnumerable<ReceiptComponent> Lines(DossierMoment moment, ComponentCheck check)
    {
        var component = moment.Procedure.FindComponent(check.ComponentId);
        var name = component?.Name.Vi ?? check.ComponentId;
        if (check.Originals > 0)
            yield return new ReceiptComponent(name, component?.Act == ComponentAct.Show ? "Bản chính (xuất trình)" : "Bản chính", $"{check.Originals:00}");
        if (check.Copies > 0)
            yield return new ReceiptComponent(name, "Bản sao", $"{check.Copies:00}");
        if (check is { Originals: 0, Copies: 0 })
            yield return new ReceiptComponent(name, component?.Act == ComponentAct.LookUp ? "Dữ liệu (cơ quan tra cứu)" : "Bản điện tử", "01");
    }

    private static string Superseded(DossierMoment moment) =>
        moment.History.Select(known => known.Fact).OfType<DossierReceived>().Single().Supersedes is { } old
            ? $"(Thay thế Giấy tiếp nhận {old.Code}. Lý do: {old.Reason})"
            : "";

    private static string FeeOf(DossierRow dossier)
    {
        if (dossier.AmountDue == 0) return "Không thu tại thời điểm tiếp nhận";
        var (statutory, service) = (dossier.StatutoryDue, dossier.AmountDue - dossier.StatutoryDue);
        return string.Join("; ", new[]
        {
            statutory > 0 ? $"lệ phí {Wording.Number(statutory)} đồng" : null,
            service > 0 ? $"phí {Wording.Number(service)} đồng" : null,
        }.Where(part => part is not null));
    }

    private static string WayOf(ReturnWay way) => way switch
    {
        ReturnWay.Post => "gửi qua dịch vụ bưu chính công ích",
        ReturnWay.Online => "trả bản điện tử",
        _ => "nhận trực tiếp",
    };
}

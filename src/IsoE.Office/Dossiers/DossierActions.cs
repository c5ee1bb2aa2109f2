using IsoE.Workflows;
using static IsoE.Office.Dossiers.DossierAction;

namespace IsoE.Office.Dossiers;

/// <summary>Which action is possible in which national status: the one table that refusals and pages read.</summary>
public static class DossierActions
{
    private static readonly Dictionary<int, DossierAction[]> Table = new()
    {
        [NationalStatus.Registered] = [CheckComponents, RefuseAtCounter, SetFee, RecordPayment, CancelReceipt, AskWithdrawal, AddAttachment],
        [NationalStatus.Accepted] = [CheckComponents, OverrideSupplementLimit, SetFee, RecordPayment, CancelReceipt, AskWithdrawal, Extend, AddAttachment],
        [NationalStatus.NotAccepted] = [],
        [NationalStatus.InProcess] =
            [CheckComponents, OverrideSupplementLimit, SetFee, RecordPayment, CancelReceipt, AskWithdrawal, Stop, Extend, AddAttachment],
        [NationalStatus.SupplementRequested] = [ReceiveSupplement, AskWithdrawal, Stop, AddAttachment],
        [NationalStatus.PaymentRequested] = [SetFee, RecordPayment, CancelReceipt, Stop, AddAttachment],
        [NationalStatus.WithdrawalAsked] = [DecideWithdrawal, Stop, AddAttachment],
        [NationalStatus.Stopped] = [CancelReceipt],
        [NationalStatus.Settled] = [ReturnResult, SetFee, RecordPayment, CancelReceipt, AddAttachment],
        [NationalStatus.Returned] = [],
    };

    private static readonly Dictionary<DossierAction, Text> Names = new()
    {
        [CheckComponents] = new("kiểm tra thành phần hồ sơ", "check the components"),
        [RefuseAtCounter] = new("từ chối tiếp nhận", "refuse it at the counter"),
        [ReceiveSupplement] = new("tiếp nhận giấy tờ bổ sung", "receive the supplement"),
        [OverrideSupplementLimit] = new("cho phép yêu cầu bổ sung thêm một lần", "allow one more supplement request"),
        [SetFee] = new("xác định phí, lệ phí", "set the fee"),
        [RecordPayment] = new("ghi nhận đã thu tiền", "record a payment"),
        [CancelReceipt] = new("hủy biên lai", "cancel a receipt"),
        [AskWithdrawal] = new("ghi nhận yêu cầu rút hồ sơ", "record a request for withdrawal"),
        [DecideWithdrawal] = new("quyết định việc rút hồ sơ", "decide on the withdrawal"),
        [Stop] = new("dừng giải quyết", "stop it"),
        [Extend] = new("xin lỗi và gia hạn", "apologise and extend"),
        [ReturnResult] = new("trả kết quả", "return the result"),
        [AddAttachment] = new("đính kèm tệp", "attach a file"),
    };

    /// <summary>What can be done in a status, in the order of the table.</summary>
    public static IReadOnlyList<DossierAction> In(int nationalStatus) => Table[nationalStatus];

    public static Text NameOf(DossierAction action) => Names[action];

    /// <summary>Refuses what the status does not allow, saying what is possible now.</summary>
    /// <exception cref="RejectedException"><c>not-in-this-status</c>.</exception>
    public static void Require(DossierRow dossier, DossierAction action)
    {
        if (In(dossier.NationalStatus).Contains(action)) return;
        var status = NationalStatus.NameOf(dossier.NationalStatus);
        var possible = In(dossier.NationalStatus).Select(NameOf).ToList();
        var (vi, en) = possible.Count == 0
            ? ("Hồ sơ đã kết thúc, không còn thao tác nào.", "The dossier has ended; nothing more can be done.")
            : ($"Có thể: {string.Join("; ", possible.Select(name => name.Vi))}.", $"Possible now: {string.Join("; ", possible.Select(name => name.En))}.");
        throw new RejectedException("not-in-this-status", new Text(
            $"Hồ sơ {dossier.Code} đang ở trạng thái “{status.Vi}” nên không thể {NameOf(action).Vi}. {vi}",
            $"Dossier {dossier.Code} is in status “{status.En}”: it is not possible to {NameOf(action).En}. {en}"));
    }
}

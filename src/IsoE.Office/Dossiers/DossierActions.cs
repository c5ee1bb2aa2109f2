using IsoE.Office.Organisation;
using IsoE.Workflows;
using Can = IsoE.Office.Dossiers.DossierAction;

namespace IsoE.Office.Dossiers;

/// <summary>Which action is possible in which national status: the one table that refusals and pages read.</summary>
public static class DossierActions
{
    private static readonly Dictionary<int, DossierAction[]> Table = new()
    {
        [NationalStatus.Registered] = [Can.AcceptSubmission, Can.AskCompletion, Can.CheckComponents, Can.RefuseAtCounter, Can.SetFee, Can.RecordPayment, Can.CancelReceipt, Can.AskWithdrawal, Can.AddAttachment],
        [NationalStatus.Accepted] = [Can.CheckComponents, Can.OverrideSupplementLimit, Can.SetFee, Can.RecordPayment, Can.CancelReceipt, Can.AskWithdrawal, Can.Extend, Can.AddAttachment],
        [NationalStatus.NotAccepted] = [],
        [NationalStatus.InProcess] =
            [Can.CheckComponents, Can.OverrideSupplementLimit, Can.SetFee, Can.RecordPayment, Can.CancelReceipt, Can.AskWithdrawal, Can.Stop, Can.Extend, Can.AddAttachment],
        [NationalStatus.SupplementRequested] = [Can.ReceiveSupplement, Can.AskWithdrawal, Can.Stop, Can.AddAttachment],
        [NationalStatus.PaymentRequested] = [Can.SetFee, Can.RecordPayment, Can.CancelReceipt, Can.Stop, Can.AddAttachment],
        [NationalStatus.WithdrawalAsked] = [Can.DecideWithdrawal, Can.Stop, Can.AddAttachment],
        [NationalStatus.Stopped] = [Can.CancelReceipt],
        [NationalStatus.Settled] = [Can.ReturnResult, Can.RecallResult, Can.SetFee, Can.RecordPayment, Can.CancelReceipt, Can.AddAttachment],
        [NationalStatus.Returned] = [Can.RecallResult],
    };

    private static readonly Dictionary<DossierAction, Text> Names = new()
    {
        [Can.AcceptSubmission] = new("tiếp nhận hồ sơ nộp trực tuyến", "accept the submission"),
        [Can.AskCompletion] = new("yêu cầu hoàn thiện trước khi tiếp nhận", "ask for it to be completed before it is accepted"),
        [Can.CheckComponents] = new("kiểm tra thành phần hồ sơ", "check the components"),
        [Can.RefuseAtCounter] = new("từ chối tiếp nhận", "refuse it at the counter"),
        [Can.ReceiveSupplement] = new("tiếp nhận giấy tờ bổ sung", "receive the supplement"),
        [Can.OverrideSupplementLimit] = new("cho phép yêu cầu bổ sung thêm một lần", "allow one more supplement request"),
        [Can.SetFee] = new("xác định phí, lệ phí", "set the fee"),
        [Can.RecordPayment] = new("ghi nhận đã thu tiền", "record a payment"),
        [Can.CancelReceipt] = new("hủy biên lai", "cancel a receipt"),
        [Can.AskWithdrawal] = new("ghi nhận yêu cầu rút hồ sơ", "record a request for withdrawal"),
        [Can.DecideWithdrawal] = new("quyết định việc rút hồ sơ", "decide on the withdrawal"),
        [Can.Stop] = new("dừng giải quyết", "stop it"),
        [Can.Extend] = new("xin lỗi và gia hạn", "apologise and extend"),
        [Can.ReturnResult] = new("trả kết quả", "return the result"),
        [Can.RecallResult] = new("thu hồi, làm lại kết quả", "recall the result and make it anew"),
        [Can.ReturnOriginals] = new("trả lại bản chính", "give originals back"),
        [Can.AddAttachment] = new("đính kèm tệp", "attach a file"),
    };

    /// <summary>Of dossiers that officers open for the agency itself: all else happens in their procedure.</summary>
    private static readonly DossierAction[] Internal = [Can.Stop, Can.AddAttachment];

    /// <summary>Only with what was handed in online and has not been looked at.</summary>
    private static readonly DossierAction[] OfSubmissions = [Can.AcceptSubmission, Can.AskCompletion];

    /// <summary>What can be done with a dossier as it stands, in the order of the table.</summary>
    public static IReadOnlyList<DossierAction> In(DossierRow dossier) =>
        !dossier.IsInternal ? [.. OfApplicant(dossier).Where(action => IsOpen(action, dossier))]
        : NationalStatus.IsFinal(dossier.NationalStatus) ? []
        : Internal;

    private static bool IsOpen(DossierAction action, DossierRow dossier) => action switch
    {
        _ when OfSubmissions.Contains(action) => dossier.AwaitsCheck,
        // What another dossier asked for is answered to that one; what was destroyed cannot be made anew.
        Can.RecallResult => dossier is { RecalledAt: null, ErasedAt: null, ParentInstanceId: null },
        Can.ReturnResult => dossier.RecalledAt is null,
        _ => true,
    };

    private static IReadOnlyList<DossierAction> OfApplicant(DossierRow dossier) => dossier.HeldOriginals().Count > 0
        ? In(dossier.NationalStatus)
        : Table[dossier.NationalStatus];

    public static Text NameOf(DossierAction action) => Names[action];

    /// <summary>What can be done with the dossier of an applicant in a status; originals are given back in every one while some are kept.</summary>
    public static IReadOnlyList<DossierAction> In(int nationalStatus) => [.. Table[nationalStatus], Can.ReturnOriginals];

    /// <summary>The right an action on the dossier needs.</summary>
    public static Right RightFor(DossierAction action, DossierRow dossier) => !dossier.IsInternal ? RightFor(action)
        : action == DossierAction.Stop ? Right.StopInternalDossier
        : Right.ChangeInternalDossier;

    /// <summary>The right an action on the dossier of an applicant needs.</summary>
    public static Right RightFor(DossierAction action) => action switch
    {
        DossierAction.AcceptSubmission or DossierAction.AskCompletion => Right.ReceiveDossier,
        DossierAction.RefuseAtCounter => Right.RefuseAtCounter,
        DossierAction.ReceiveSupplement => Right.ReceiveSupplement,
        DossierAction.OverrideSupplementLimit => Right.OverrideSupplementLimit,
        DossierAction.SetFee => Right.SetFee,
        DossierAction.RecordPayment => Right.CollectFee,
        DossierAction.CancelReceipt => Right.CancelReceipt,
        DossierAction.AskWithdrawal => Right.AskWithdrawal,
        DossierAction.DecideWithdrawal => Right.DecideWithdrawal,
        DossierAction.Stop => Right.StopDossier,
        DossierAction.Extend => Right.ExtendDossier,
        DossierAction.RecallResult => Right.RecallResult,
        DossierAction.ReturnResult or DossierAction.ReturnOriginals => Right.ReturnResult,
        _ => Right.ChangeDossier,
    };

    /// <summary>Refuses what the status does not allow, saying what is possible now.</summary>
    /// <exception cref="RejectedException"><c>not-in-this-status</c>.</exception>
    public static void Require(DossierRow dossier, DossierAction action)
    {
        if (In(dossier).Contains(action)) return;
        var status = NationalStatus.NameOf(dossier.NationalStatus, dossier.IsInternal);
        var possible = In(dossier).Select(NameOf).ToList();
        var (vi, en) = possible.Count == 0
            ? ("Hồ sơ đã kết thúc, không còn thao tác nào.", "The dossier has ended; nothing more can be done.")
            : ($"Có thể: {string.Join("; ", possible.Select(name => name.Vi))}.", $"Possible now: {string.Join("; ", possible.Select(name => name.En))}.");
        throw new RejectedException("not-in-this-status", new Text(
            $"Hồ sơ {dossier.Code} đang ở trạng thái “{status.Vi}” nên không thể {NameOf(action).Vi}. {vi}",
            $"Dossier {dossier.Code} is in status “{status.En}”: it is not possible to {NameOf(action).En}. {en}"));
    }
}

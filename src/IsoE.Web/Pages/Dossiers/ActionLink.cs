using IsoE.Office.Dossiers;
using IsoE.Workflows;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>The page of an action on a dossier, as the dossier's page links to it.</summary>
public sealed record ActionLink(string Page, string Icon, Text Name)
{
    public static IReadOnlyDictionary<DossierAction, ActionLink> All { get; } = new Dictionary<DossierAction, ActionLink>
    {
        [DossierAction.AcceptSubmission] = Of("AnswerSubmission", "check", "Trả lời hồ sơ trực tuyến", "Answer the submission"),
        [DossierAction.ReceiveSupplement] = Of("ReceiveSupplement", "plus", "Tiếp nhận bổ sung", "Receive the supplement"),
        [DossierAction.RecordPayment] = Of("RecordPayment", "receipt", "Thu tiền", "Record a payment"),
        [DossierAction.ReturnResult] = Of("ReturnResult", "user-check", "Trả kết quả", "Return the result"),
        [DossierAction.ReturnOriginals] = Of("ReturnOriginals", "arrow-back-up", "Trả bản chính", "Give originals back"),
        [DossierAction.AddAttachment] = Of("AddAttachment", "upload", "Đính kèm tệp", "Attach a file"),
        [DossierAction.CheckComponents] = Of("CheckComponents", "list-check", "Kiểm tra giấy tờ", "Check the papers"),
        [DossierAction.SetFee] = Of("SetFee", "coin", "Xác định mức thu", "Set the fee"),
        [DossierAction.CancelReceipt] = Of("CancelReceipt", "x", "Hủy biên lai", "Cancel the receipt"),
        [DossierAction.Extend] = Of("Extend", "calendar-event", "Xin lỗi, hẹn lại", "Apologise, extend"),
        [DossierAction.OverrideSupplementLimit] = Of("OverrideSupplementLimit", "refresh", "Cho bổ sung thêm", "Allow a further supplement"),
        [DossierAction.AskWithdrawal] = Of("AskWithdrawal", "arrow-back-up", "Yêu cầu rút", "Ask for withdrawal"),
        [DossierAction.DecideWithdrawal] = Of("DecideWithdrawal", "scale", "Quyết định việc rút", "Decide on the withdrawal"),
        [DossierAction.RecallResult] = Of("RecallResult", "refresh", "Thu hồi, làm lại kết quả", "Recall the result"),
        [DossierAction.Stop] = Of("Stop", "player-stop", "Dừng giải quyết", "Stop"),
    };

    private static ActionLink Of(string page, string icon, string vi, string en) => new($"/Dossiers/Act/{page}", icon, new Text(vi, en));
}

using IsoE.Workflows;

namespace IsoE.Office.Records;

/// <summary>Codes of the records that every dossier can leave, whatever its procedure (forms of TT 03/2025/TT-VPCP).</summary>
public static class RecordCodes
{
    /// <summary>What somebody who hands in online gets at once; the receipt follows when it is accepted.</summary>
    public const string Submission = "submission";
    public const string Receipt = "receipt";
    public const string MoneyReceipt = "money-receipt";
    public const string HandOver = "hand-over";
    public const string SupplementRequest = "supplement-request";
    public const string CounterRefusal = "counter-refusal";
    public const string Apology = "apology";
    public const string StopNotice = "stop-notice";
    public const string RecallNotice = "recall-notice";
    public const string DisposalMinutes = "disposal-minutes";
    public const string ArchiveRegister = "archive-register";

    /// <summary>What the agency writes to the applicant on the way.</summary>
    public static IReadOnlyList<string> Letters { get; } = [SupplementRequest, CounterRefusal, Apology, StopNotice, RecallNotice];

    /// <summary>Those that go to the applicant.</summary>
    public static IReadOnlyList<string> ForApplicant { get; } = [Submission, Receipt, .. Letters];

    /// <summary>What a record is called where the procedure does not say.</summary>
    public static Text NameOf(string code) => code switch
    {
        Submission => new("Xác nhận nộp hồ sơ trực tuyến", "Confirmation of the online submission"),
        Receipt => new("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment slip"),
        SupplementRequest => new("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Supplement request"),
        CounterRefusal => new("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal slip"),
        Apology => new("Văn bản xin lỗi và đề nghị gia hạn", "Apology and extension letter"),
        MoneyReceipt => new("Biên lai thu tiền phí, lệ phí", "Receipt for money"),
        HandOver => new("Phiếu giao nhận", "Hand-over slip"),
        ArchiveRegister => new("Mục lục hồ sơ nộp lưu", "Register of dossiers handed over"),
        DisposalMinutes => new("Biên bản hủy tài liệu", "Minutes of destruction"),
        RecallNotice => new("Thông báo thu hồi, làm lại kết quả", "Notice of recall of a result"),
        StopNotice => new("Thông báo dừng giải quyết hồ sơ", "Notice of stopping"),
        _ => new(code, code),
    };
}

/// <summary>Templates that print records.</summary>
public static class RecordTemplates
{
    public const string Submission = "submission";
    public const string Receipt = "form-01";
    public const string MoneyReceipt = "money-receipt";
    public const string HandOver = "hand-over";
    public const string SupplementRequest = "form-02";
    public const string CounterRefusal = "form-03";
    public const string Apology = "form-04";
    public const string StopNotice = "form-05";
    public const string RecallNotice = "recall-notice";
    public const string ControlSheet = "form-06";
    public const string ArchiveRegister = "archive-register";
    public const string DisposalMinutes = "disposal-minutes";

    /// <summary>What a step has found and decided, for records without a form of their own.</summary>
    public const string StepRecord = "step-record";
}

namespace IsoE.Office.Records;

/// <summary>Codes of the records that every dossier can leave, whatever its procedure (forms of TT 03/2025/TT-VPCP).</summary>
public static class RecordCodes
{
    public const string Receipt = "receipt";
    public const string MoneyReceipt = "money-receipt";
    public const string HandOver = "hand-over";
    public const string SupplementRequest = "supplement-request";
    public const string CounterRefusal = "counter-refusal";
    public const string Apology = "apology";
    public const string StopNotice = "stop-notice";
}

/// <summary>Templates that print records.</summary>
public static class RecordTemplates
{
    public const string Receipt = "form-01";
    public const string MoneyReceipt = "money-receipt";
    public const string HandOver = "hand-over";
    public const string SupplementRequest = "form-02";
    public const string CounterRefusal = "form-03";
    public const string Apology = "form-04";
    public const string StopNotice = "form-05";
    public const string ControlSheet = "form-06";

    /// <summary>What a step has found and decided, for records without a form of their own.</summary>
    public const string StepRecord = "step-record";
}

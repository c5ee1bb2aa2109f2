namespace IsoE.Office.Dossiers;

/// <summary>What can be done with a dossier beside the tasks of its procedure.</summary>
public enum DossierAction
{
    AcceptSubmission,
    AskCompletion,
    CheckComponents,
    RefuseAtCounter,
    ReceiveSupplement,
    OverrideSupplementLimit,
    SetFee,
    RecordPayment,
    CancelReceipt,
    AskWithdrawal,
    DecideWithdrawal,
    Stop,
    Extend,
    ReturnResult,
    RecallResult,
    ReturnOriginals,
    AddAttachment,
}

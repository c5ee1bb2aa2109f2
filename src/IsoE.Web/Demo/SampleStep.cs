namespace IsoE.Web.Demo;

/// <summary>Something a person does with a dossier.</summary>
/// <param name="Day">Working days after the day of receipt.</param>
/// <param name="At">Local time of the agency.</param>
/// <param name="By">User name of who does it.</param>
/// <param name="There">Agency whose own dossier of this one's sub-procedure is meant; null for the dossier itself.</param>
/// <param name="Activity">Activity whose task is completed or sent back; null for what concerns the dossier as a whole.</param>
/// <param name="Days">Working days an extension moves the promised day by.</param>
/// <param name="Event">Name of the outside event that has come.</param>
public sealed record SampleStep(
    int Day,
    TimeOnly At,
    string By,
    SampleDeed Do,
    string? There,
    string? Activity,
    string? Outcome,
    int? Days,
    string? Event,
    IReadOnlyDictionary<string, string> Values);

public enum SampleDeed
{
    Complete,
    SendBack,
    Supplement,
    Pay,
    Event,
    Return,
    Recall,
    Withdraw,
    ConfirmWithdrawal,
    Extend,
}

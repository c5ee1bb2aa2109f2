namespace IsoE.Office.Storage.Steps;

/// <summary>What is read for a step.</summary>
/// <param name="Series">Counters to lock and read.</param>
/// <param name="Also">Rows to read besides those that always are.</param>
public sealed record StepLoad(
    string AgencyId,
    string InstanceId,
    string CommandId,
    IReadOnlyList<string> Series,
    IReadOnlyList<Type> Also)
{
    /// <summary>Finds where the history has the command; parameters are the agency, the instance and the command.</summary>
    internal const string FindCommand =
        "SELECT sequence FROM history WHERE agency_id = $1 AND instance_id = $2 AND command_id = $3";

    /// <summary>Locks the counter until the commit and reads it; parameters are the agency and the series.</summary>
    internal const string LockCounter =
        "INSERT INTO counter (agency_id, series, value) VALUES ($1, $2, 0) "
        + "ON CONFLICT (agency_id, series) DO UPDATE SET value = counter.value RETURNING value";
}

namespace IsoE.Workflows.Execution;

/// <summary>An activity cannot go on with the values it has; the engine stores it as an incident.</summary>
internal sealed class ActivityFailedException(string code, Text reason) : Exception(reason.En)
{
    public string Code { get; } = code;

    public Text Reason { get; } = reason;
}

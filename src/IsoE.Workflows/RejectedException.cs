namespace IsoE.Workflows;

/// <summary>
/// The caller asked for what the state does not allow. Nothing has been changed; <see cref="Reason"/> names what
/// was expected and what is possible now, in words for the person who asked.
/// </summary>
public sealed class RejectedException(string code, Text reason) : Exception(reason.En)
{
    /// <summary>Stable, readable identifier of the kind of rejection, for example <c>task-taken</c>.</summary>
    public string Code { get; } = code;

    public Text Reason { get; } = reason;

    /// <summary>The form field the rejection is about, or null when it is about the whole request.</summary>
    public string? Field { get; init; }

    /// <summary>One sentence for each form field that does not stand, by field id; empty when no single field is to blame.</summary>
    public IReadOnlyDictionary<string, Text> Fields { get; init; } = new Dictionary<string, Text>();
}

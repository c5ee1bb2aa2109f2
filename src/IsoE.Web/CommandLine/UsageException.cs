using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>The arguments of a verb make no sense; <see cref="Reason"/> says what was expected.</summary>
public sealed class UsageException(Text reason) : Exception(reason.En)
{
    public Text Reason { get; } = reason;
}

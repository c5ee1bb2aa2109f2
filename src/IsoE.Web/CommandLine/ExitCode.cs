namespace IsoE.Web.CommandLine;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The work was done and something was found, or it was refused.</summary>
    public const int Findings = 1;

    /// <summary>The arguments make no sense; nothing was done.</summary>
    public const int BadUsage = 2;
}

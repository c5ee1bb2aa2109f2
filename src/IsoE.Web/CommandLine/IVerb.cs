using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>One thing the program can do from the command line. Constructing a verb must cost nothing.</summary>
public interface IVerb
{
    /// <summary>One or two words: <c>due</c>, <c>workflow verify</c>.</summary>
    string Name { get; }

    /// <summary>One line for the list of verbs.</summary>
    Text Summary { get; }

    /// <summary>Usage, options and what the exit codes mean; shown for <c>--help</c>.</summary>
    Text Help { get; }

    /// <summary>Does it. <paramref name="arguments"/> are those after the name.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">The arguments make no sense; the program ends with <see cref="ExitCode.BadUsage"/>.</exception>
    /// <exception cref="RejectedException">What was asked for is not possible; the program ends with <see cref="ExitCode.Findings"/>.</exception>
    Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel);
}

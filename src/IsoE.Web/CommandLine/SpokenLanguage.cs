using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>The language asked for with <c>--language</c> (or <c>--lang</c>), else the terminal's own.</summary>
internal static class SpokenLanguage
{
    public static readonly string[] Options = ["--language", "--lang"];

    /// <exception cref="UsageException">Another language is asked for.</exception>
    public static Terminal In(VerbArguments options, Terminal terminal) =>
        (options.Find("--language") ?? options.Find("--lang")) switch
        {
            null => terminal,
            "vi" => terminal with { Language = "vi" },
            "en" => terminal with { Language = "en" },
            _ => throw new UsageException(new Text("--language là vi hoặc en.", "--language is vi or en.")),
        };
}

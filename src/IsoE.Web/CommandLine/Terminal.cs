using System.Text;
using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Where a verb reads and writes, and the language of the person in front of it ("vi" or "en").</summary>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, string Language)
{
    /// <summary>The console in UTF-8; Vietnamese where the environment's locale is Vietnamese, otherwise English.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(
            new StreamReader(Console.OpenStandardInput(), utf8),
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            LanguageOfProcess());
    }

    public void Say(Text text) => Out.WriteLine(text.In(Language));

    /// <summary>Writes "error: …" for the person to the error stream.</summary>
    public void Complain(Text reason) => Error.WriteLine($"error: {reason.In(Language)}");

    private static string LanguageOfProcess()
    {
        string[] names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var locale = names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale?.StartsWith("vi", StringComparison.OrdinalIgnoreCase) == true ? "vi" : "en";
    }
}

using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.CommandLine;

/// <summary>Runs a verb in this process and keeps what it wrote.</summary>
internal sealed record Shell(int Exit, string Out, string Error)
{
    public string[] Lines => Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static Task<Shell> Run(params string[] arguments) => Run(Verbs.All, "", "en", arguments);

    public static async Task<Shell> Run(IReadOnlyList<IVerb> verbs, string input, string language, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var typed = new StringReader(input);
        var exit = await new VerbDispatch(verbs).Run(arguments, new Terminal(typed, output, error, language), default);
        return new Shell(exit, output.ToString(), error.ToString());
    }
}

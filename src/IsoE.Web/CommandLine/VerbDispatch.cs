using IsoE.Workflows;

namespace IsoE.Web.CommandLine;

/// <summary>Finds the verb the arguments name and runs it; turns refusals into messages and exit codes.</summary>
/// <param name="verbs">In the order of the list shown for <c>--help</c>; the first runs when no verb is named.</param>
public sealed class VerbDispatch(IReadOnlyList<IVerb> verbs)
{
    public async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        if (arguments.Count > 0 && (arguments[0] == "help" || IsHelp(arguments[0])))
        {
            terminal.Out.Write(List(terminal.Language));
            return ExitCode.Ok;
        }
        var (verb, rest) = Find(arguments);
        if (verb is null) return Unknown(arguments[0], terminal);
        if (rest.Any(IsHelp))
        {
            terminal.Say(verb.Help);
            return ExitCode.Ok;
        }
        return await Run(verb, rest, terminal, cancel);
    }

    private static async Task<int> Run(IVerb verb, IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            return await verb.Run(arguments, terminal, cancel);
        }
        catch (UsageException wrong)
        {
            terminal.Complain(wrong.Reason);
            terminal.Error.WriteLine(new Text($"Xem: isoe {verb.Name} --help", $"See: isoe {verb.Name} --help").In(terminal.Language));
            return ExitCode.BadUsage;
        }
        catch (RejectedException refused)
        {
            terminal.Complain(refused.Reason);
            return ExitCode.Findings;
        }
    }

    /// <summary>The verb with the longest name the arguments begin with; settings alone (<c>--urls=…</c>) belong to the first verb.</summary>
    private (IVerb? Verb, IReadOnlyList<string> Own) Find(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0].StartsWith('-')) return (verbs[0], arguments);
        var found = verbs
            .Where(verb => arguments.Take(Words(verb).Length).SequenceEqual(Words(verb)))
            .OrderByDescending(verb => Words(verb).Length)
            .FirstOrDefault();
        return found is null ? (null, arguments) : (found, [.. arguments.Skip(Words(found).Length)]);
    }

    private int Unknown(string name, Terminal terminal)
    {
        terminal.Complain(new Text($"Không có lệnh “{name}”.", $"There is no verb “{name}”."));
        terminal.Error.Write(List(terminal.Language));
        return ExitCode.BadUsage;
    }

    private string List(string language)
    {
        var width = verbs.Max(verb => verb.Name.Length) + 2;
        var lines = new List<string>
        {
            new Text("Cách dùng: isoe [LỆNH] [TÙY CHỌN]", "Usage: isoe [VERB] [OPTIONS]").In(language),
            "",
        };
        lines.AddRange(verbs.Select(verb => $"  {verb.Name.PadRight(width)}{verb.Summary.In(language)}"));
        lines.Add("");
        lines.Add(new Text(
            $"Không nêu lệnh: {verbs[0].Name}. Xem từng lệnh: isoe LỆNH --help",
            $"Without a verb: {verbs[0].Name}. More on a verb: isoe VERB --help").In(language));
        lines.Add(new Text(
            "Mã thoát: 0 tốt; 1 có phát hiện hoặc bị từ chối; 2 dùng sai.",
            "Exit codes: 0 ok; 1 findings or refused; 2 bad usage.").In(language));
        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    private static string[] Words(IVerb verb) => verb.Name.Split(' ');

    private static bool IsHelp(string argument) => argument is "--help" or "-h";
}

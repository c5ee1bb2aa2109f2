using IsoE.Web.CommandLine;
using IsoE.Workflows;

namespace IsoE.Web.Tests.CommandLine;

public class VerbDispatchTests
{
    private static readonly IVerb[] Known = [new Echo("first"), new Echo("two words"), new Echo("two")];

    [TestCase("first", "first []")]
    [TestCase("two words a b", "two words [a b]")]
    [TestCase("two word", "two [word]")]
    [TestCase("--urls=http://localhost:0", "first [--urls=http://localhost:0]")]
    public async Task The_longest_name_wins_and_settings_alone_go_to_the_first_verb(string arguments, string echo)
    {
        var shell = await Shell.Run(Known, "", "en", arguments.Split(' '));

        Assert.That(shell.Lines, Is.EqualTo(new[] { echo }));
    }

    [Test]
    public async Task Without_arguments_the_first_verb_runs()
    {
        var shell = await Shell.Run(Known, "", "en");

        Assert.That(shell.Lines, Is.EqualTo(new[] { "first []" }));
    }

    [TestCase("--help", "Usage: isoe")]
    [TestCase("two words --help", "Help of two words")]
    [TestCase("two -h", "Help of two")]
    public async Task Help_is_shown_and_nothing_runs(string arguments, string beginning)
    {
        var shell = await Shell.Run(Known, "", "en", arguments.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok));
            Assert.That(shell.Out, Does.StartWith(beginning));
        });
    }

    [Test]
    public async Task An_unknown_verb_is_bad_usage_and_shows_what_there_is()
    {
        var shell = await Shell.Run(Known, "", "vi", "thrid");

        Assert.Multiple(() =>
        {
            Assert.That(shell.Exit, Is.EqualTo(ExitCode.BadUsage));
            Assert.That(shell.Error, Does.Contain("Không có lệnh “thrid”").And.Contain("two words"));
        });
    }

    [Test]
    public async Task Every_verb_has_help_in_both_languages()
    {
        foreach (var verb in Verbs.All)
        {
            var vietnamese = await Shell.Run(Verbs.All, "", "vi", [.. verb.Name.Split(' '), "--help"]);
            var english = await Shell.Run(Verbs.All, "", "en", [.. verb.Name.Split(' '), "--help"]);

            Assert.Multiple(() =>
            {
                Assert.That(vietnamese.Out, Does.StartWith("Cách dùng:"), verb.Name);
                Assert.That(english.Out, Does.StartWith("Usage:"), verb.Name);
            });
        }
    }

    private sealed class Echo(string name) : IVerb
    {
        public string Name => name;

        public Text Summary => new(name, name);

        public Text Help => new($"Help of {name}", $"Help of {name}");

        public Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel)
        {
            terminal.Out.WriteLine($"{name} [{string.Join(' ', arguments)}]");
            return Task.FromResult(ExitCode.Ok);
        }
    }
}

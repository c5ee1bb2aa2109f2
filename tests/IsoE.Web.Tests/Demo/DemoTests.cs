using System.Text.Json;
using IsoE.Web.CommandLine;

namespace IsoE.Web.Tests.Demo;

public sealed class DemoTests
{
    [Test]
    public async Task Every_sample_dossier_ends_as_expected()
    {
        var output = Directory.CreateTempSubdirectory("isoe-demo-test-").FullName;
        try
        {
            using var words = new StringWriter();
            var terminal = new Terminal(TextReader.Null, words, TextWriter.Null, "en");

            var code = await new DemoVerb().Run(["--out", output], terminal, CancellationToken.None);

            using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "summary.json")));
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(ExitCode.Ok), words.ToString());
                Assert.That(words.ToString(), Does.Not.Contain("<-"));
                Assert.That(summary.RootElement.GetProperty("dossiers").GetInt32(), Is.EqualTo(40));
                Assert.That(summary.RootElement.GetProperty("byFinalStatus").GetProperty("10").GetInt32(), Is.EqualTo(35));
                Assert.That(summary.RootElement.GetProperty("overdue").GetInt32(), Is.EqualTo(5));
                Assert.That(summary.RootElement.GetProperty("pdfs").GetInt32(), Is.EqualTo(Pdfs(output).Count).And.GreaterThan(250));
                Assert.That(Pdfs(output).Where(file => !IsWholePdf(file)), Is.Empty);
                Assert.That(Directory.GetDirectories(Path.Combine(output, "dossiers")), Has.Length.EqualTo(43), "40 and three verifications elsewhere");
            });
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static List<string> Pdfs(string output) => [.. Directory.EnumerateFiles(output, "*.pdf", SearchOption.AllDirectories)];

    private static bool IsWholePdf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().StartsWith("%PDF-"u8) && bytes.AsSpan()[^32..].IndexOf("%%EOF"u8) >= 0;
    }

    [Test]
    public async Task The_output_directory_must_be_named()
    {
        using var words = new StringWriter();

        var code = await new VerbDispatch([new DemoVerb()]).Run(
            ["demo"], new Terminal(TextReader.Null, TextWriter.Null, words, "en"), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(ExitCode.BadUsage));
            Assert.That(words.ToString(), Does.Contain("--out is missing."));
        });
    }
}

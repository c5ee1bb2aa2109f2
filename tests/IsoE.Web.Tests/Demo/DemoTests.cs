using System.Text.Json;
using IsoE.Web.CommandLine;
using IsoE.Web.Demo;

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

            var samples = Samples();
            using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "summary.json")));
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(ExitCode.Ok), words.ToString());
                Assert.That(words.ToString(), Does.Not.Contain("<-"));
                Assert.That(summary.RootElement.GetProperty("dossiers").GetInt32(), Is.EqualTo(samples.Count));
                Assert.That(summary.RootElement.GetProperty("byFinalStatus").GetProperty("10").GetInt32(), Is.EqualTo(samples.Count(sample => sample.Expect.Status == 10)));
                Assert.That(summary.RootElement.GetProperty("overdue").GetInt32(), Is.EqualTo(samples.Count(sample => sample.Expect.Timing == SampleTiming.Late)));
                Assert.That(summary.RootElement.GetProperty("pdfs").GetInt32(), Is.EqualTo(Pdfs(output).Count).And.GreaterThan(250));
                Assert.That(Pdfs(output).Where(file => !IsWholePdf(file)), Is.Empty);
                Assert.That(Directory.GetDirectories(Path.Combine(output, "dossiers")), Has.Length.GreaterThan(samples.Count), "with what other agencies did for them");
            });
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static IReadOnlyList<SampleDossier> Samples()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples");
        return SampleDossiers.Load(Path.Combine(folder, "dossiers"), SampleAgencies.Load(Path.Combine(folder, "agency.yaml"))).Dossiers;
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

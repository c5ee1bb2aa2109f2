using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Traces;

/// <summary>
/// Each <c>.trace</c> file is a definition, a line of dashes, then commands and what they cause. With
/// <c>ISOE_UPDATE_TRACES=1</c> the files are written instead of compared.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class TraceTests
{
    private const string Divider = "----------";

    private static string Folder => Path.Combine(TestFiles.Root, "Traces");

    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.trace", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order();

    [TestCaseSource(nameof(Files))]
    public void A_trace_happens_as_written(string file)
    {
        var path = Path.Combine(Folder, file);
        var lines = File.ReadAllText(path).Split('\n');
        var divider = Array.IndexOf(lines, Divider);
        var read = DefinitionReader.Read(Source(lines[..divider]));
        Assert.That(read.Errors, Is.Empty);

        var commands = lines[(divider + 1)..].Where(l => l.StartsWith('>')).Select(l => l[2..]);
        var actual = string.Join('\n', lines[..(divider + 1)]) + "\n" + TraceRunner.Run(read.Definition!, commands);
        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_TRACES") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)));
    }

    // "file PATH" runs a definition in full JSON; lines beginning with # say what the trace is about.
    private static string Source(string[] lines)
    {
        var content = lines.Where(l => !l.StartsWith('#')).ToArray();
        return content[0].StartsWith("file ", StringComparison.Ordinal)
            ? File.ReadAllText(Path.Combine(TestFiles.Root, content[0][5..]))
            : FlowNotation.ToJson(content);
    }
}

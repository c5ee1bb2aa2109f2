using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Traces;

/// <summary>
/// Each <c>.trace</c> file is a definition, for a migration a second version of it after a line <c>version 2</c>, a
/// line of dashes, then commands and what they cause; those of the shipped procedures stand in a folder of their own.
/// With <c>ISOE_UPDATE_TRACES=1</c> the files are written instead of compared.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class TraceTests
{
    private const string Divider = "----------";
    private const string SecondVersion = "version 2";

    private static string Folder => Path.Combine(TestFiles.Root, "Traces");

    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.trace", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void A_trace_happens_as_written(string file)
    {
        var (head, _) = Parts(file);
        var actual = string.Join('\n', head.Append(Divider)) + "\n" + TraceRunner.Run(Definition(file), Next(file), Commands(file));
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("ISOE_UPDATE_TRACES") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)));
    }

    /// <summary>The definition of a trace: in short notation, or <c>file PATH</c> for full JSON.</summary>
    internal static WorkflowDefinition Definition(string file)
    {
        var content = Content(file).TakeWhile(l => l != SecondVersion).ToArray();
        var read = DefinitionReader.Read(content[0].StartsWith("file ", StringComparison.Ordinal)
            ? File.ReadAllText(Path.Combine(TestFiles.Root, content[0][5..]))
            : FlowNotation.ToJson(content));
        Assert.That(read.Errors, Is.Empty);
        return read.Definition!;
    }

    /// <summary>The second version of the definition, or null.</summary>
    internal static WorkflowDefinition? Next(string file) => Content(file).SkipWhile(l => l != SecondVersion).ToArray() is [_, .. var lines]
        ? DefinitionReader.Read(FlowNotation.ToJson(lines, version: 2)).Definition!
        : null;

    internal static List<string> Commands(string file) =>
        [.. Parts(file).Tail.Where(l => l.StartsWith('>')).Select(l => l[2..])];

    private static IEnumerable<string> Content(string file) => Parts(file).Head.Where(l => !l.StartsWith('#'));

    private static (string[] Head, string[] Tail) Parts(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var divider = Array.IndexOf(lines, Divider);
        return (lines[..divider], lines[(divider + 1)..]);
    }
}

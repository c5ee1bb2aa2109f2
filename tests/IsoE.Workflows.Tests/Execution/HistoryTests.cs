using IsoE.Workflows.Execution;
using IsoE.Workflows.Tests.Traces;

namespace IsoE.Workflows.Tests.Execution;

/// <summary>
/// Histories recorded under older states of the engine: what was stored once must be readable for ever and give the
/// state it gave then. Files are added, never changed.
/// </summary>
/// <remarks>
/// A history has one event a line, its type and its data; the last line is the state. With
/// <c>ISOE_RECORD_HISTORIES=1</c> a history that does not exist yet is recorded from the trace of its name.
/// </remarks>
public sealed class HistoryTests
{
    private static string Folder => Path.Combine(TestFiles.Root, "Execution", "Histories");

    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.history", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void An_old_history_gives_the_state_it_gave(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        WorkflowInstance? state = null;
        foreach (var line in lines[..^1])
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var e = WorkflowEventJson.Read(line[..blank], line[(blank + 1)..]);
            Assert.That(WorkflowEventJson.Write(e), Is.EqualTo(line[(blank + 1)..]));
            state = WorkflowInstance.Apply(state, e);
        }

        Assert.That(WorkflowInstanceJson.Write(state!), Is.EqualTo(lines[^1]));
        Assert.That(WorkflowInstanceJson.Write(WorkflowInstanceJson.Read(lines[^1])), Is.EqualTo(lines[^1]));
    }

    [TestCaseSource(typeof(TraceTests), nameof(TraceTests.Files))]
    public void Every_trace_has_a_history(string trace)
    {
        var path = Path.Combine(Folder, Path.ChangeExtension(trace, ".history"));
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("ISOE_RECORD_HISTORIES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Recorded(trace));
        }

        Assert.That(File.Exists(path), $"Record {Path.GetFileName(path)} with ISOE_RECORD_HISTORIES=1.");
    }

    private static string Recorded(string trace)
    {
        var runner = new TraceRunner(TraceTests.Definition(trace), TraceTests.Next(trace));
        TraceTests.Commands(trace).ForEach(runner.Perform);
        var events = runner.History.Select(e => $"{WorkflowEventJson.TypeName(e)} {WorkflowEventJson.Write(e)}");
        return string.Join('\n', events.Append(WorkflowInstanceJson.Write(runner.Instance!))) + "\n";
    }
}

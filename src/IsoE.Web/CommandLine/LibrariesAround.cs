using System.Globalization;
using IsoE.Office.Procedures;
using IsoE.Workflows.Verification;

namespace IsoE.Web.CommandLine;

/// <summary>
/// What lies around definition files: a file <c>workflows/CODE/vN.json</c> has its ISO text in <c>iso-procedures/CODE.md</c>
/// and its fellows in the other folders of <c>workflows</c>. A file elsewhere stands alone. Each library is read once.
/// </summary>
internal sealed class LibrariesAround
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, KnownProcedure>> procedures = new(StringComparer.Ordinal);

    /// <summary>The ISO text beside a definition: its file, and what was read or why it cannot be. All empty where there is none.</summary>
    public static async Task<(string File, Procedure? Text, IReadOnlyList<LoadProblem> Faults)> TextOf(string file, CancellationToken cancel)
    {
        if (RootOf(file) is not { } root) return ("", null, []);
        var text = TextFile(root, Directory.GetParent(Path.GetFullPath(file))!.Name);
        if (!File.Exists(text)) return ("", null, []);
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, text);
        var (procedure, faults) = await Read(text, shown, cancel);
        return (shown, procedure, faults);
    }

    /// <summary>The procedures that a step of the file may start, each in its newest version; null for a file that stands alone.</summary>
    public async Task<IReadOnlyDictionary<string, KnownProcedure>?> ProceduresOf(string file, CancellationToken cancel)
    {
        if (RootOf(file) is not { } root) return null;
        if (!procedures.TryGetValue(root, out var known)) procedures[root] = known = await ReadAll(root, cancel);
        return known;
    }

    private static async Task<IReadOnlyDictionary<string, KnownProcedure>> ReadAll(string root, CancellationToken cancel)
    {
        var known = new Dictionary<string, KnownProcedure>(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(root, "workflows")))
        {
            var (code, newest) = (Path.GetFileName(folder), Directory.EnumerateFiles(folder, "v*.json").MaxBy(VersionOf));
            if (newest is null || !File.Exists(TextFile(root, code))) continue;
            var flow = await DefinitionFile.Read(newest, cancel);
            var (text, _) = await Read(TextFile(root, code), code, cancel);
            // What cannot be read is told where it is verified itself.
            if (flow.Definition is { } definition && text is not null) known[code] = GateContext.Known(text, definition);
        }
        return known;
    }

    private static async Task<(Procedure? Text, IReadOnlyList<LoadProblem> Faults)> Read(string path, string shown, CancellationToken cancel)
    {
        try
        {
            return ProcedureReader.Read(shown, await File.ReadAllTextAsync(path, cancel));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DefinitionFile.Unreadable(path);
        }
    }

    private static string? RootOf(string file) =>
        Directory.GetParent(Path.GetFullPath(file))?.Parent is { Name: "workflows", Parent.FullName: var root } ? root : null;

    private static string TextFile(string root, string code) => Path.Combine(root, "iso-procedures", $"{code}.md");

    private static int VersionOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

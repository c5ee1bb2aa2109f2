using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>
/// Every version of every procedure that an agency has: read from <c>workflows/CODE/vN.json</c> and
/// <c>iso-procedures/CODE.md</c>, paired and checked, with those it published itself. Immutable.
/// </summary>
public sealed partial class ProcedureLibrary
{
    private readonly Dictionary<(string Code, int Version), ProcedureVersion> versions;
    private readonly ILookup<string, ProcedureVersion> byCode;
    private readonly Executor? agency;

    internal ProcedureLibrary(IEnumerable<ProcedureVersion> all, Executor? agency = null)
    {
        this.agency = agency;
        versions = all.ToDictionary(v => (v.Code, v.Version));
        byCode = versions.Values.OrderByDescending(v => v.Version).ToLookup(v => v.Code, StringComparer.Ordinal);
    }

    /// <summary>All versions, by code and then the newest first.</summary>
    public IReadOnlyList<ProcedureVersion> All => [.. byCode.OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g)];

    /// <summary>Reads and checks the whole library.</summary>
    /// <param name="root">Directory that holds <c>workflows</c> and <c>iso-procedures</c>.</param>
    /// <exception cref="LoadFailedException">Something does not stand; the exception lists everything.</exception>
    public static ProcedureLibrary Load(string root)
    {
        var problems = new List<LoadProblem>();
        var texts = ReadTexts(root, problems);
        var flows = ReadFlows(root, problems);
        var versions = LibraryPairing.Pair(texts, flows, problems);
        if (problems.Count == 0)
        {
            var known = versions.GroupBy(v => v.Flow.Code, StringComparer.Ordinal).Select(group => group.MaxBy(v => v.Flow.Version)!)
                .ToDictionary(v => v.Flow.Code, v => GateContext.Known(v.Procedure, v.Flow.Definition), StringComparer.Ordinal);
            problems.AddRange(versions.SelectMany(v => ProcedureChecks.Of(v, known)));
        }
        return problems.Count == 0
            ? new ProcedureLibrary(versions.Select(v => v.ToVersion()))
            : throw new LoadFailedException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    /// <summary>The same procedures as an agency of this level and kind has them: it receives dossiers only for those it settles.</summary>
    public ProcedureLibrary For(Executor agency) => new(versions.Values, agency);

    /// <summary>The procedures for which dossiers can be received on a day, by code.</summary>
    public IReadOnlyList<ProcedureVersion> InForce(DateOnly on) =>
        [.. byCode.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => FindInForce(g.Key, on)).OfType<ProcedureVersion>().Where(IsOwn)];

    public ProcedureVersion? FindInForce(string code, DateOnly on) => byCode[code].FirstOrDefault(v => v.IsInForce(on));

    /// <exception cref="RejectedException">
    /// <c>procedure-not-in-force</c>: there is no such procedure, or not on that day; <c>procedure-elsewhere</c>: other agencies settle it.
    /// </exception>
    public ProcedureVersion GetInForce(string code, DateOnly on)
    {
        var found = FindInForce(code, on) ?? throw NotInForce(code, on);
        if (IsOwn(found)) return found;
        var by = found.Procedure.ExecutingAgency;
        throw new RejectedException("procedure-elsewhere", new Text(
            $"Cơ quan này không giải quyết thủ tục {code}. Hồ sơ nộp tại: {by.Vi}.",
            $"This agency does not settle procedure {code}. Dossiers go to: {by.En}."));
    }

    /// <summary>What an agency has published itself it settles, whatever its level.</summary>
    private bool IsOwn(ProcedureVersion version) =>
        agency is null || version.DocumentId is not null || version.Procedure.IsExecutedBy(agency);

    private RejectedException NotInForce(string code, DateOnly on) => new(
        "procedure-not-in-force",
        byCode.Contains(code)
            ? new Text($"Thủ tục {code} chưa hoặc không còn hiệu lực vào ngày {Shown(on)}.", $"Procedure {code} is not in force on {Shown(on)}.")
            : new Text($"Không có thủ tục mã {code}.", $"There is no procedure with the code {code}."));

    public ProcedureVersion? Find(string code, int version) => versions.GetValueOrDefault((code, version));

    /// <summary>The version a dossier is pinned to.</summary>
    /// <exception cref="InvalidOperationException">A published version has been lost.</exception>
    public ProcedureVersion Get(string code, int version) => Find(code, version)
        ?? throw new InvalidOperationException($"Version {version} of procedure {code} is not in the library: a published version must never be removed.");

    private static Dictionary<string, TextFile> ReadTexts(string root, List<LoadProblem> problems)
    {
        var texts = new Dictionary<string, TextFile>(StringComparer.Ordinal);
        foreach (var path in Files(Path.Combine(root, "iso-procedures"), "*.md"))
        {
            var file = Relative(root, path);
            var markdown = File.ReadAllText(path);
            var (procedure, found) = ProcedureReader.Read(file, markdown);
            problems.AddRange(found);
            if (procedure is not null) texts[Path.GetFileNameWithoutExtension(path)] = new TextFile(file, procedure, markdown);
        }
        return texts;
    }

    private static List<FlowFile> ReadFlows(string root, List<LoadProblem> problems)
    {
        var flows = new List<FlowFile>();
        foreach (var path in Files(Path.Combine(root, "workflows"), "*.json"))
        {
            var file = Relative(root, path);
            var json = File.ReadAllText(path);
            var result = DefinitionReader.Read(json);
            problems.AddRange(result.Errors.Select(e => new LoadProblem(file, e.Line, e.Path, e.Message)));
            var code = Path.GetFileName(Path.GetDirectoryName(path)!);
            if (VersionFile().Match(Path.GetFileName(path)) is not { Success: true } match)
                problems.Add(new LoadProblem(file, 0, "", new Text("Tên tệp phải là vN.json, ví dụ v1.json.", "The file must be named vN.json, for example v1.json.")));
            else if (result.Definition is { } definition)
                flows.Add(new FlowFile(file, code, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), definition, json));
        }
        return flows;
    }

    private static IEnumerable<string> Files(string directory, string pattern) => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    private static string Shown(DateOnly on) => on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Av([1-9][0-9]{0,4})\.json\z")]
    private static partial Regex VersionFile();
}

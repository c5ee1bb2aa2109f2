using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>A definition as found in the library's directory.</summary>
/// <param name="Json">The file as it is.</param>
internal sealed record FlowFile(string File, string Code, int Version, WorkflowDefinition Definition, string Json);

/// <summary>An ISO text as found in the library's directory.</summary>
/// <param name="Markdown">The file as it is.</param>
internal sealed record TextFile(string File, Procedure Procedure, string Markdown);

/// <summary>A definition with the text it belongs to, not yet checked against each other.</summary>
internal sealed record PairedVersion(TextFile Text, FlowFile Flow, DateOnly From, DateOnly? To)
{
    public Procedure Procedure => Text.Procedure;

    public ProcedureVersion ToVersion() =>
        new(Procedure, Flow.Definition, Flow.Version, From, To) { Content = new ProcedureContent(Flow.Json, Text.Markdown) };
}

/// <summary>Brings definitions and texts together by code and version.</summary>
internal static class LibraryPairing
{
    public static IReadOnlyList<PairedVersion> Pair(
        IReadOnlyDictionary<string, TextFile> texts,
        IReadOnlyList<FlowFile> flows,
        List<LoadProblem> problems)
    {
        foreach (var (name, text) in texts) problems.AddRange(Unpaired(name, text.File, text.Procedure, flows));
        var pairs = new List<PairedVersion>();
        foreach (var flow in flows)
        {
            problems.AddRange(Misnamed(flow));
            if (!texts.TryGetValue(flow.Code, out var text))
                problems.Add(new LoadProblem(flow.File, 0, "", new Text(
                    $"Thiếu văn bản quy trình iso-procedures/{flow.Code}.md.", $"The text iso-procedures/{flow.Code}.md is missing.")));
            else if (Period(text.Procedure, flow.Version) is var (from, to))
                pairs.Add(new PairedVersion(text, flow, from, to));
            else
                problems.Add(new LoadProblem(text.File, 0, "versions", new Text(
                    $"Không ghi ngày hiệu lực của phiên bản {flow.Version}.", $"The effective date of version {flow.Version} is not given.")));
        }
        return pairs;
    }

    private static IEnumerable<LoadProblem> Unpaired(string name, string file, Procedure text, IReadOnlyList<FlowFile> flows)
    {
        if (text.Code != name) yield return new LoadProblem(file, 0, "code", new Text(
            $"Mã \"{text.Code}\" không trùng tên tệp.", $"The code \"{text.Code}\" differs from the name of the file."));
        foreach (var version in text.Versions.Where(v => !flows.Any(f => f.Code == name && f.Version == v.Version)))
            yield return new LoadProblem(file, 0, "versions", new Text(
                $"Thiếu quy trình điện tử workflows/{name}/v{version.Version}.json.", $"The definition workflows/{name}/v{version.Version}.json is missing."));
    }

    private static IEnumerable<LoadProblem> Misnamed(FlowFile flow)
    {
        if (flow.Definition.DefinitionId != flow.Code) yield return new LoadProblem(flow.File, 0, "definitionId", new Text(
            $"definitionId \"{flow.Definition.DefinitionId}\" phải là mã thủ tục \"{flow.Code}\".",
            $"The definitionId \"{flow.Definition.DefinitionId}\" must be the procedure's code \"{flow.Code}\"."));
        if (flow.Definition.Version != flow.Version) yield return new LoadProblem(flow.File, 0, "version", new Text(
            $"version {flow.Definition.Version} không khớp tên tệp v{flow.Version}.json.",
            $"The version {flow.Definition.Version} differs from the name of the file, v{flow.Version}.json."));
    }

    private static (DateOnly From, DateOnly? To)? Period(Procedure text, int version)
    {
        if (text.Versions.FirstOrDefault(v => v.Version == version) is not { } own) return null;
        var next = text.Versions.Where(v => v.EffectiveFrom > own.EffectiveFrom).Select(v => (DateOnly?)v.EffectiveFrom).Min();
        return (own.EffectiveFrom, next?.AddDays(-1));
    }
}

using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>Reads the content of a document under the code and version the system has given it.</summary>
/// <remarks>Identifiers written inside the definition are its author's hints; those of the document count.</remarks>
public static class ContentReading
{
    /// <summary>Name under which problems of the definition are told.</summary>
    public const string FlowFile = "workflow.json";

    /// <summary>Name under which problems of the ISO text are told.</summary>
    public const string TextFile = "procedure.md";

    /// <returns>The version, or null with every fault of the two texts, each with its place.</returns>
    public static (ProcedureVersion? Version, IReadOnlyList<LoadProblem> Problems) Read(
        string code, int version, ProcedureContent content, DateOnly effectiveFrom)
    {
        var (paired, problems) = Pair(code, version, content, effectiveFrom);
        return (paired?.ToVersion(), problems);
    }

    internal static (PairedVersion? Version, IReadOnlyList<LoadProblem> Problems) Pair(
        string code, int version, ProcedureContent content, DateOnly effectiveFrom)
    {
        var flow = DefinitionReader.Read(content.Flow);
        var (procedure, textProblems) = ProcedureReader.Read(TextFile, content.Text);
        LoadProblem[] problems =
        [
            .. flow.Errors.Select(e => new LoadProblem(FlowFile, e.Line, e.Path, e.Message)),
            .. textProblems,
        ];
        if (flow.Definition is not { } definition || procedure is null) return (null, problems);
        var named = definition with { DefinitionId = code, Version = version, Id = IdOf(code, version) };
        var text = new TextFile(TextFile, procedure with { Code = code }, content.Text);
        return (new PairedVersion(text, new FlowFile(FlowFile, code, version, named, content.Flow), effectiveFrom, null), problems);
    }

    /// <summary>Id of a version of a definition.</summary>
    internal static string IdOf(string code, int version) => $"{code}-v{version}";
}

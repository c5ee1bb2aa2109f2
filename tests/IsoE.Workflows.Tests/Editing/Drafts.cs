using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;

namespace IsoE.Workflows.Tests.Editing;

/// <summary>Definitions to edit, in the layouts that files come in.</summary>
internal static class Drafts
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(TestFiles.Root, "../../workflows"));

    public static IReadOnlyList<string> Layouts { get; } = ["canonical", "one line", "tabs and CRLF", "spaced out", "with BOM"];

    public static FlowDraft Shipped(string code) => Read(File.ReadAllText(Path.Combine(Folder, code, "v1.json")));

    public static FlowDraft Read(string json)
    {
        var (draft, errors) = FlowDraft.Read(json);
        Assert.That(errors, Is.Empty);
        return draft!;
    }

    /// <summary>The same definition as another program might have laid it out.</summary>
    public static string Laid(string json, string layout) => layout switch
    {
        "one line" => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement),
        "tabs and CRLF" => json.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  ", "\t", StringComparison.Ordinal),
        "spaced out" => json.Replace("{\n", "{ \n\n", StringComparison.Ordinal).Replace("\": ", "\" :  ", StringComparison.Ordinal),
        "with BOM" => "\uFEFF" + json,
        _ => json,
    };

    /// <summary>What a strict reader says of the draft's text.</summary>
    public static IReadOnlyList<DefinitionError> StrictErrors(FlowDraft draft) => DefinitionReader.Read(draft.Json).Errors;

    /// <summary>Each activity of the flowchart as the text has it, white space included, in the order of the text.</summary>
    public static IReadOnlyList<(string Id, string Raw)> Activities(FlowDraft draft)
    {
        using var document = JsonDocument.Parse(draft.Json.TrimStart('\uFEFF'));
        return [.. document.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray()
            .Select(activity => (activity.GetProperty("id").GetString()!, activity.GetRawText()))];
    }

    /// <summary>Where each outcome leads, as <c>check -Clear-&gt; draft</c>.</summary>
    public static IReadOnlyList<string> Ways(FlowDraft draft, params string[] of) =>
        [.. draft.Definition.Root.Connections.Where(c => of.Length == 0 || of.Contains(c.Source)).Select(c => $"{c.Source} -{c.Port}-> {c.Target}")];
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>JSON out of a file of unknown origin: what is not of the expected shape is not there, and nothing throws.</summary>
internal static class BpmnJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <returns>Null for what is no JSON object.</returns>
    public static JsonObject? Parsed(string? text)
    {
        if (text is null) return null;
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The node under a path of names, or null.</summary>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>The text under a path of names; null for anything that is no text.</summary>
    public static string? Text(JsonNode? node, params ReadOnlySpan<string> path) =>
        At(node, path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}

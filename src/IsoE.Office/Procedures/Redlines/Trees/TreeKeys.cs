using System.Text.Json;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>By what an item of a list is the same item in another version: its id, code, number or name.</summary>
internal static class TreeKeys
{
    private static readonly string[] Members = ["id", "code", "number", "short", "version", "label", "title", "name", "vi", "to"];

    /// <summary>A key for every item, not necessarily unique; null when some item has none.</summary>
    public static IReadOnlyList<string>? Of(JsonElement list)
    {
        var keys = list.EnumerateArray().Select(KeyOf).ToList();
        return keys.Contains(null) ? null : [.. keys.OfType<string>()];
    }

    private static string? KeyOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object => Connection(item) ?? Revision(item) ?? Members.Select(m => Text(item, m)).FirstOrDefault(t => t is { Length: > 0 }),
        JsonValueKind.String or JsonValueKind.Number => Values.ToText(item),
        _ => null,
    };

    private static string? Connection(JsonElement item) =>
        item.TryGetProperty("source", out var source) && item.TryGetProperty("target", out var target)
            && source.ValueKind == JsonValueKind.Object && target.ValueKind == JsonValueKind.Object
            ? $"{Text(source, "activity")} {Text(source, "port")} {Text(target, "activity")}"
            : null;

    private static string? Revision(JsonElement item) =>
        Text(item, "issue") is { } issue && Text(item, "number") is { } number ? $"{issue}.{number}" : null;

    private static string? Text(JsonElement item, string member) => !item.TryGetProperty(member, out var value) ? null
        : value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? Values.ToText(value)
        : value.ValueKind == JsonValueKind.Object ? Text(value, "vi")
        : null;
}

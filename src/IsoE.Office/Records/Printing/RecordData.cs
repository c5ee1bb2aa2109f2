using System.Text.Json;
using IsoE.Workflows;

namespace IsoE.Office.Records.Printing;

/// <summary>Reads what a record says beyond the dossier's own data.</summary>
internal static class RecordData
{
    /// <summary>The value as text; empty when there is none.</summary>
    public static string Text(this JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? Values.ToText(value)
            : "";

    /// <summary>The value as a list: an array, or text with an item on each line.</summary>
    public static IReadOnlyList<string> Lines(this JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Values.ToText)]
            : data.Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Workflows.Editing.Source;

/// <summary>How a JSON text is laid out, read from the text itself.</summary>
/// <param name="NewLine">The line end; empty when the text stands on one line.</param>
/// <param name="Unit">White space by which one level is indented.</param>
/// <param name="Colon">The colon with the white space around it.</param>
/// <param name="Gap">White space after a comma within a line.</param>
/// <param name="Encoder">Writes letters as letters, or escaped when the text does.</param>
internal sealed record JsonStyle(string NewLine, string Unit, string Colon, string Gap, JavaScriptEncoder Encoder)
{
    private readonly JsonSerializerOptions scalars = new() { Encoder = Encoder };

    public static JsonStyle Of(string json, JsonPart root)
    {
        var first = root.Entries is [var entry, ..] ? entry : null;
        var colon = first?.Colon is { Length: > 0 } written ? written : ": ";
        return new JsonStyle(
            first?.Indent is null ? "" : first.Before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n",
            first?.Indent is { Length: > 0 } unit ? unit : "  ",
            colon,
            colon.EndsWith(' ') ? " " : "",
            EscapesLetters(json) ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    /// <param name="indent">Indentation of the line the value stands on; null to write it on one line.</param>
    public JsonPart Write(JsonNode? value, string? indent) => value switch
    {
        JsonObject { Count: > 0 } members => Container(JsonValueKind.Object, members.Select(m => ((string?)m.Key, m.Value)), indent),
        JsonObject => JsonPart.Container(JsonValueKind.Object, [], ""),
        JsonArray { Count: > 0 } items => Container(JsonValueKind.Array, items.Select(i => ((string?)null, i)), indent),
        JsonArray => JsonPart.Container(JsonValueKind.Array, [], ""),
        null => JsonPart.Scalar(JsonValueKind.Null, "null"),
        _ => JsonPart.Scalar(value.GetValueKind(), Scalar(value)),
    };

    public JsonEntry Entry(string before, string? name, JsonNode? value)
    {
        var indent = before.LastIndexOf('\n') is >= 0 and var line ? before[(line + 1)..] : null;
        return new JsonEntry(before, name is null ? null : Scalar(name), name is null ? "" : Colon, Write(value, indent), "");
    }

    private JsonPart Container(JsonValueKind kind, IEnumerable<(string? Name, JsonNode? Value)> entries, string? indent)
    {
        var own = indent is null ? null : NewLine + indent + Unit;
        return JsonPart.Container(
            kind,
            [.. entries.Select((entry, i) => Entry(own ?? (i == 0 ? "" : Gap), entry.Name, entry.Value))],
            indent is null ? "" : NewLine + indent);
    }

    private string Scalar(JsonNode value) => value.ToJsonString(scalars);

    private static bool EscapesLetters(string json) =>
        json.Contains("\\u", StringComparison.Ordinal) && System.Text.Ascii.IsValid(json);
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Workflows;

/// <summary>Values of variables, inputs and outputs: JSON, independent of any open document.</summary>
public static class Values
{
    /// <summary>How values, events and states are written: one line, letters as letters.</summary>
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonElement Null = Parse("null");

    public static readonly JsonElement True = Parse("true");

    public static readonly JsonElement False = Parse("false");

    public static JsonElement Of(string? text) => text is null ? Null : JsonSerializer.SerializeToElement(text);

    public static JsonElement Of(bool value) => value ? True : False;

    public static JsonElement Of(int value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    public static JsonElement Of(JsonNode? node) => node is null ? Null : JsonSerializer.SerializeToElement(node);

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The same value, free of its document; undefined becomes null.</summary>
    public static JsonElement Keep(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? Null : value.Clone();

    /// <summary>A string as it is, null as nothing, anything else as its JSON.</summary>
    public static string ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => ToJson(value),
    };

    /// <summary>One line of JSON; equal values of equal order give equal text.</summary>
    public static string ToJson(JsonElement value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            value.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static bool IsNothing(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}

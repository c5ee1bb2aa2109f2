using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Writes definitions in the canonical form: two spaces, fixed order of known fields, one final newline.</summary>
/// <remarks>Everything the file held comes back: designer data, unknown fields, the order of lists.</remarks>
public static class DefinitionWriter
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The canonical JSON. Reading it gives an equal definition, and writing that the same text.</summary>
    public static string Write(WorkflowDefinition definition)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            foreach (var member in definition.Json.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                (Head(definition, member) ?? member.Value).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    // The head may have been changed with a `with` expression; an absent or null field that still says nothing stays.
    private static JsonElement? Head(WorkflowDefinition definition, JsonProperty member) => member.Name switch
    {
        "id" => Values.Of(definition.Id),
        "definitionId" => Values.Of(definition.DefinitionId),
        "version" => Values.Of(definition.Version),
        "name" when !Values.IsNothing(member.Value) || definition.Name.Length > 0 => Values.Of(definition.Name),
        "description" when !Values.IsNothing(member.Value) || definition.Description.Length > 0 =>
            Values.Of(definition.Description),
        _ => null,
    };
}

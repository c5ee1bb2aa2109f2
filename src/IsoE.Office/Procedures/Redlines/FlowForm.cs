using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IsoE.Office.Procedures.Redlines.Trees;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>The flow of a version as a tree, and as the definition it is when it can be read.</summary>
/// <param name="Tree">One value, the text itself, when it is not even JSON.</param>
/// <param name="Definition">Activities of unknown type are stand-ins in it; null when it does not stand.</param>
internal sealed record FlowForm(Tree Tree, WorkflowDefinition? Definition)
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static FlowForm Of(string flow)
    {
        var definition = DefinitionReader.Read(flow).Definition;
        try
        {
            var json = definition is null ? flow : DefinitionWriter.Write(definition);
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
            return new FlowForm(Tree.Of(document.RootElement), definition ?? Leniently(flow));
        }
        catch (JsonException)
        {
            return new FlowForm(Tree.Value(flow), null);
        }
    }

    private static WorkflowDefinition? Leniently(string flow) =>
        DefinitionReader.Read(flow, new DefinitionReadOptions(ShowUnknownActivities: true)).Definition;

    public string Write() => Write(Tree);

    /// <summary>The tree as text, in the form of <see cref="DefinitionWriter"/>.</summary>
    public static string Write(Tree tree)
    {
        var json = tree.ToJson();
        if (tree.Kind == TreeKind.Value && json.ValueKind == JsonValueKind.String) return json.GetString()!;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented)) json.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>The JSON Schemas of the two texts of a procedure, for editors and other programs.</summary>
/// <remarks>They lie in the folder <c>schemas</c> too; a test keeps both the same.</remarks>
public static class PublishedSchemas
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<JsonObject> Flow = new(DefinitionSchema.Make);
    private static readonly Lazy<JsonObject> Text = new(ProcedureReader.Schema);

    /// <summary>Every schema by the name of its file, ready to be sent.</summary>
    public static IReadOnlyDictionary<string, Lazy<string>> Files { get; } = new Dictionary<string, Lazy<string>>(StringComparer.Ordinal)
    {
        ["workflow-definition.schema.json"] = new(() => Write(Flow.Value)),
        ["iso-procedure.schema.json"] = new(() => Write(Text.Value)),
    };

    /// <summary>Where the schema of definitions speaks of the place of an error.</summary>
    public static string PlaceOf(DefinitionError error) => $"workflow-definition.schema.json{SchemaPlace.Of(Flow.Value, error.Path)}";

    /// <summary>Where the schema of ISO texts speaks of the place of a problem.</summary>
    public static string PlaceOf(LoadProblem problem) => $"iso-procedure.schema.json{SchemaPlace.Of(Text.Value, problem.Place)}";

    internal static string Write(JsonObject schema) => schema.ToJsonString(Indented) + "\n";
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures;

/// <summary>How an import writes activities and connections of a workflow definition.</summary>
internal static class FlowJson
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of a definition.</summary>
    public static string Write(JsonObject definition) => definition.ToJsonString(Written) + "\n";

    public static JsonObject Head(string id, string type) => new()
    {
        ["id"] = id,
        ["nodeId"] = $"Workflow1:flow:{id}",
        ["name"] = ReadableId.Pascal(id),
        ["type"] = type,
        ["version"] = 1,
    };

    /// <summary>Ends an activity with its name and its place on the designer's canvas.</summary>
    public static JsonObject Placed(JsonObject activity, string title, double x, double y, double width, double height)
    {
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
        activity["metadata"] = new JsonObject
        {
            ["displayText"] = title,
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
                ["size"] = new JsonObject { ["width"] = width, ["height"] = height },
            },
        };
        return activity;
    }

    /// <summary>A literal text, unless there is none.</summary>
    public static void Add(JsonObject activity, string input, string? value)
    {
        if (value is { Length: > 0 }) activity[input] = Literal("String", value);
    }

    public static JsonObject Literal(string type, JsonNode value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    public static JsonObject Connection(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    };
}

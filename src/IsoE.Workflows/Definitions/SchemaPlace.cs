using System.Text.Json.Nodes;

namespace IsoE.Workflows.Definitions;

/// <summary>Where a JSON Schema speaks of a place of a file.</summary>
public static class SchemaPlace
{
    /// <param name="path">A place such as <c>$.root.activities[3].role</c> or <c>cases[0].limit</c>.</param>
    /// <returns>The pointer to the part of the schema that describes it, or the nearest one around it.</returns>
    public static string Of(JsonObject schema, string path)
    {
        var (at, pointer) = ((JsonNode)schema, "#");
        foreach (var name in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries).Where(part => part != "$"))
        {
            if (Step(schema, at, pointer, name.EndsWith(']') ? null : name) is not var (next, deeper))
            {
                break;
            }

            (at, pointer) = Followed(schema, next, deeper);
        }

        return pointer;
    }

    private static (JsonNode At, string Pointer)? Step(JsonObject schema, JsonNode at, string pointer, string? name) =>
        name is null
            ? at["items"] is { } items ? (items, $"{pointer}/items") : null
            : at["properties"]?[name] is { } property ? (property, $"{pointer}/properties/{name}")
            : at["allOf"] is null ? null
            : OfSomeType(schema, name);

    // A path does not tell the type of an activity; the same input looks the same in every type that has it.
    private static (JsonNode At, string Pointer)? OfSomeType(JsonObject schema, string name) => schema["$defs"]!.AsObject()
        .Where(definition => definition.Key.Contains('.', StringComparison.Ordinal) && definition.Value!["properties"]?[name] is not null)
        .Select(definition => ((JsonNode, string)?)(definition.Value!["properties"]![name]!, $"#/$defs/{definition.Key}/properties/{name}"))
        .FirstOrDefault();

    private static (JsonNode At, string Pointer) Followed(JsonObject schema, JsonNode at, string pointer) =>
        (string?)at["$ref"] is { } reference && reference.EndsWith("/activity", StringComparison.Ordinal)
            ? (schema["$defs"]!["activity"]!, reference)
            : (at, pointer);
}

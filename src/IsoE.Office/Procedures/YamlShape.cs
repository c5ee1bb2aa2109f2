using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures;

/// <summary>
/// What a reader asks of a mapping: every key with its kind, gathered by letting the reader read nothing. So the schema of
/// a file is made by its reader and cannot say anything else.
/// </summary>
/// <param name="answersHas">What <see cref="YamlMap.Has"/> answers meanwhile.</param>
internal sealed class YamlShape(bool answersHas)
{
    private readonly Dictionary<string, JsonObject> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlShape> inside = new(StringComparer.Ordinal);
    private readonly HashSet<string> required = new(StringComparer.Ordinal);

    public bool AnswersHas { get; } = answersHas;

    public void Note(string key, JsonObject kind) => keys[key] = kind;

    public void Require(string key) => required.Add(key);

    /// <summary>Says more of a key that was noted: a pattern its text has, or the words there are.</summary>
    public void Narrow(string key, string word, JsonNode value) => keys[key][word] = value;

    public YamlShape Mapping(string key)
    {
        Note(key, []);
        return inside[key] = new YamlShape(AnswersHas);
    }

    public YamlShape List(string key)
    {
        Note(key, new JsonObject { ["type"] = "array" });
        return inside[key] = new YamlShape(AnswersHas);
    }

    /// <summary>The schema of the mapping; of two readings what both ask for is required.</summary>
    public static JsonObject SchemaOf(YamlShape one, YamlShape other)
    {
        var properties = new JsonObject();
        foreach (var key in one.keys.Keys.Union(other.keys.Keys))
        {
            var required = one.required.Contains(key) && other.required.Contains(key);
            properties[key] = Optional(PropertyOf(key, one, other), required);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. one.required.Where(other.required.Contains).Select(key => JsonValue.Create(key))]),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject PropertyOf(string key, YamlShape one, YamlShape other)
    {
        var noted = (one.keys.GetValueOrDefault(key) ?? other.keys[key]).DeepClone().AsObject();
        if ((one.inside.GetValueOrDefault(key) ?? other.inside.GetValueOrDefault(key)) is not { } within) return noted;
        var schema = SchemaOf(one.inside.GetValueOrDefault(key, within), other.inside.GetValueOrDefault(key, within));
        if (noted.Count == 0) return schema;
        noted["items"] = schema;
        return noted;
    }

    // A key without a value is as good as absent.
    private static JsonObject Optional(JsonObject schema, bool required)
    {
        if (required) return schema;
        if (schema["type"] is JsonArray types) types.Add("null");
        else if (schema["type"] is { } type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        if (schema["enum"] is JsonArray words) words.Add(null);
        return schema;
    }
}

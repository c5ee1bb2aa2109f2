using System.Text.Json.Nodes;
using IsoE.Workflows.Activities;

namespace IsoE.Workflows.Definitions;

/// <summary>
/// The JSON Schema (draft 2020-12) of a workflow definition as the reader writes it back. Made from the tables the reader
/// works by, so it cannot say anything else.
/// </summary>
public static class DefinitionSchema
{
    private const string Activity = "activity";

    public static JsonObject Make()
    {
        var types = ActivityTypes.All.Where(type => type.IsExecutable).ToList();
        var definitions = new JsonObject
        {
            [Activity] = AnyActivity(types),
            ["input"] = Input(),
            ["expression"] = Expression(),
            ["output"] = Output(),
            ["variable"] = Declared("typeName", ("id", Text()), ("isArray", Truth()), ("value", new JsonObject())),
            ["argument"] = Declared("type", ("isArray", Truth()), ("displayName", Text()), ("description", Text())),
            ["connection"] = Connection(),
        };
        types.ForEach(type => definitions[type.TypeName] = OfType(type));
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:isoe:schema:workflow-definition",
            ["title"] = "IsoE workflow definition",
            ["description"] = "A workflow definition in the JSON of Elsa 3, with the activities that IsoE knows. Unknown properties are kept and not executed.",
            ["type"] = "object",
            ["required"] = new JsonArray("id", "definitionId", "version", "root"),
            ["properties"] = new JsonObject
            {
                ["id"] = Text(),
                ["definitionId"] = Text(),
                ["name"] = Text(),
                ["description"] = Text(),
                ["version"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
                ["variables"] = ListOf("variable"),
                ["inputs"] = ListOf("argument"),
                ["outputs"] = ListOf("argument"),
                ["outcomes"] = Maybe("array"),
                ["options"] = Maybe("object"),
                ["root"] = To(Activity),
            },
            ["$defs"] = definitions,
        };
    }

    private static JsonObject AnyActivity(List<ActivityType> types) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("id", "type"),
        ["properties"] = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            ["nodeId"] = Text(),
            ["name"] = Text(),
            ["type"] = new JsonObject { ["enum"] = new JsonArray([.. types.Select(type => JsonValue.Create(type.TypeName))]) },
            ["customProperties"] = Maybe("object", ("mergeMode", new JsonObject { ["enum"] = Words(["None", .. Enum.GetNames<MergeMode>()]) })),
            ["metadata"] = Maybe("object"),
        },
        ["allOf"] = new JsonArray([.. types.Select(type => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type.TypeName } } },
            ["then"] = To(type.TypeName),
        })]),
    };

    private static JsonObject OfType(ActivityType type)
    {
        var properties = new JsonObject();
        foreach (var input in type.Inputs)
        {
            var schema = input.TypeName == "Variable" ? new JsonObject() : To("input");
            schema["title"] = input.DisplayName.En;
            schema["description"] = $"{input.Description.En} ({input.TypeName})";
            if (input.Options is { Count: > 0 } options)
            {
                schema["examples"] = Words(options);
            }

            properties[input.Name] = schema;
        }

        foreach (var output in type.Outputs)
        {
            properties[output.Name] = To("output");
        }

        AddInside(type, properties);
        return new JsonObject
        {
            ["title"] = type.DisplayName.En,
            ["description"] = type.Description.En,
            ["properties"] = properties,
        };
    }

    private static void AddInside(ActivityType type, JsonObject properties)
    {
        if (type.Nesting is Nesting.List or Nesting.Flowchart)
        {
            (properties["activities"], properties["variables"]) = (ListOf(Activity), ListOf("variable"));
        }

        if (type.Nesting == Nesting.Flowchart)
        {
            properties["connections"] = ListOf("connection");
        }

        foreach (var port in type.EmbeddedPorts)
        {
            properties[port] = new JsonObject { ["anyOf"] = new JsonArray(To(Activity), new JsonObject { ["type"] = "null" }) };
        }

        if (type.Cases != CaseStyle.None)
        {
            properties["cases"] = Maybe("array");
            properties["cases"]!["items"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("label", "condition"),
                ["properties"] = new JsonObject
                {
                    ["label"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
                    ["condition"] = To("expression"),
                },
            };
        }
    }

    private static JsonObject Input() => new()
    {
        ["description"] = "A value with its type and expression; a bare value is a literal.",
        ["if"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("expression") },
        ["then"] = new JsonObject
        {
            ["required"] = new JsonArray("typeName"),
            ["properties"] = new JsonObject { ["typeName"] = TypeName(), ["expression"] = To("expression") },
        },
    };

    private static JsonObject Expression() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["enum"] = Words(Enum.GetNames<ExpressionKind>()) },
            ["value"] = new JsonObject(),
        },
    };

    private static JsonObject Output() => Maybe("object", ("memoryReference", Maybe("object", ("id", Text()))));

    private static JsonObject Declared(string typeName, params (string Name, JsonObject Schema)[] others)
    {
        var declared = Maybe("object", [("name", new JsonObject { ["type"] = "string", ["minLength"] = 1 }), (typeName, TypeName()), .. others]);
        declared["type"] = "object";
        declared["required"] = new JsonArray("name", typeName);
        return declared;
    }

    private static JsonObject Connection()
    {
        JsonObject End() => new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("activity"),
            ["properties"] = new JsonObject { [Activity] = new JsonObject { ["type"] = "string" }, ["port"] = Text() },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("source", "target"),
            ["properties"] = new JsonObject { ["source"] = End(), ["target"] = End(), ["vertices"] = Maybe("array") },
        };
    }

    private static JsonObject TypeName() => new()
    {
        ["type"] = "string",
        ["examples"] = Words(TypeNames.All),
    };

    private static JsonObject Text() => Maybe("string");

    private static JsonObject Truth() => Maybe("boolean");

    private static JsonObject Maybe(string type, params (string Name, JsonObject Schema)[] properties)
    {
        var schema = new JsonObject { ["type"] = new JsonArray(type, "null") };
        if (properties.Length > 0)
        {
            schema["properties"] = new JsonObject([.. properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))]);
        }

        return schema;
    }

    private static JsonObject ListOf(string definition)
    {
        var list = Maybe("array");
        list["items"] = To(definition);
        return list;
    }

    private static JsonObject To(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}

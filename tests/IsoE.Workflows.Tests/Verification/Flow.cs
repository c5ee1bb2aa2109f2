using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>Writes the definition of a flowchart, activity by activity. The first activity added is the start.</summary>
internal sealed class Flow
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];

    public JsonObject? First => (JsonObject?)activities.FirstOrDefault();

    private JsonObject? Last => (JsonObject?)activities.LastOrDefault();

    public Flow Task(string id, params string[] outcomes) => Add(id, "IsoE.UserTask", activity =>
    {
        activity["title"] = Literal("String", id);
        activity["role"] = Literal("String", "specialist");
        activity["outcomes"] = Literal("String[]", new JsonArray([.. outcomes.Select(o => JsonValue.Create(o))]));
    });

    public Flow SubProcedure(string id, params string[] outcomes) => Add(id, "IsoE.SubProcedure", activity =>
    {
        activity["title"] = Literal("String", id);
        activity["procedure"] = Literal("String", "other");
        activity["outcomes"] = Literal("String[]", new JsonArray([.. outcomes.Select(o => JsonValue.Create(o))]));
    });

    public Flow Fork(string id, params string[] branches) => Add(id, "Elsa.FlowFork", activity =>
        activity["branches"] = Literal("String[]", new JsonArray([.. branches.Select(b => JsonValue.Create(b))])));

    public Flow Join(string id, string mode = "WaitAll") => Add(id, "Elsa.FlowJoin", activity =>
        activity["mode"] = Literal("String", mode));

    public Flow Decision(string id, string condition) => Add(id, "Elsa.FlowDecision", activity =>
        activity["condition"] = JavaScript("Boolean", condition));

    public Flow Line(string id) => Add(id, "Elsa.WriteLine", activity => activity["text"] = Literal("String", id));

    public Flow Finish(string id = "finish") => Add(id, "Elsa.Finish", _ => { });

    public Flow Merge(string mode)
    {
        Last!["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return this;
    }

    public Flow Set(string input, string value)
    {
        Last![input] = Literal("String", value);
        return this;
    }

    public Flow Change(string id, Action<JsonObject> change)
    {
        change(activities.Single(activity => (string?)activity!["id"] == id)!.AsObject());
        return this;
    }

    public Flow Computed(string input, string script)
    {
        Last![input] = JavaScript("String", script);
        return this;
    }

    public Flow Keep(string variable)
    {
        Last!["result"] = new JsonObject
        {
            ["typeName"] = "Object",
            ["memoryReference"] = new JsonObject { ["id"] = variable },
        };
        return Declare(variable);
    }

    public Flow Declare(string variable)
    {
        if (!variables.Any(v => (string?)v!["id"] == variable))
        {
            variables.Add(new JsonObject
            {
                ["id"] = variable,
                ["name"] = variable,
                ["typeName"] = "Object",
                ["isArray"] = false,
                ["value"] = null,
            });
        }

        return this;
    }

    public Flow Assign(string id, string variable, JsonObject value) => Add(id, "Elsa.SetVariable", activity =>
    {
        activity["variable"] = new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = "Object" };
        activity["value"] = value;
    });

    /// <param name="cases">Label and condition of each case.</param>
    public Flow Switch(string id, params (string Label, string Condition)[] cases) => Add(id, "Elsa.FlowSwitch", activity =>
        activity["cases"] = new JsonArray([.. cases.Select(c => new JsonObject
        {
            ["label"] = c.Label,
            ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = c.Condition },
        })]));

    public Flow Add(string id, string type, Action<JsonObject> fill)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"Workflow1:flow:{id}",
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
        };
        fill(activity);
        activities.Add(activity);
        return this;
    }

    /// <summary>Connections as <c>source:Port>target</c>, separated by spaces; the port may be left out for Done.</summary>
    public Flow Connect(string lines)
    {
        foreach (var line in lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, target) = (line.Split('>')[0], line.Split('>')[1]);
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject
                {
                    ["activity"] = from.Split(':')[0],
                    ["port"] = from.Contains(':', StringComparison.Ordinal) ? from.Split(':')[1] : "Done",
                },
                ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            });
        }

        return this;
    }

    public string Json() => new JsonObject
    {
        ["id"] = "flow-v1",
        ["definitionId"] = "flow",
        ["name"] = "Flow",
        ["version"] = 1,
        ["variables"] = variables.DeepClone(),
        ["inputs"] = new JsonArray(
            new JsonObject { ["name"] = "case", ["type"] = "String" },
            new JsonObject { ["name"] = "form", ["type"] = "Object" }),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["nodeId"] = "Workflow1:flow",
            ["name"] = "Flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = activities.DeepClone(),
            ["connections"] = connections.DeepClone(),
        },
    }.ToJsonString();

    public WorkflowDefinition Build()
    {
        var read = DefinitionReader.Read(Json());
        Assert.That(read.Errors, Is.Empty);
        return read.Definition!;
    }

    public static JsonObject Literal(string type, JsonNode value) => Wrapped(type, "Literal", value);

    public static JsonObject JavaScript(string type, string script) => Wrapped(type, "JavaScript", script);

    private static JsonObject Wrapped(string type, string kind, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
    };
}

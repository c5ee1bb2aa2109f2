using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Benchmarks.Authoring;

/// <summary>Definitions of any size, made of what procedures are made of: tasks, rework, supplement loops, parallel branches.</summary>
internal sealed class GeneratedFlow
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];

    /// <summary>
    /// A procedure of so many activities in blocks of ten: a check with a supplement loop, a fork into three branches with a
    /// join, and a draft that may be sent back.
    /// </summary>
    public static string OfSize(int count)
    {
        var flow = new GeneratedFlow();
        var (last, port) = (flow.Id("start", "Elsa.Start"), "Done");
        for (var i = 0; flow.activities.Count + 11 <= count; i++)
            (last, port) = flow.Block(i, last, port);
        for (var i = 0; flow.activities.Count + 1 < count; i++)
        {
            flow.Lead(last, port, flow.Task($"more-{i}", "Ok"));
            (last, port) = ($"more-{i}", "Ok");
        }

        flow.Lead(last, port, flow.Id("finish", "Elsa.Finish"));
        return flow.Json();
    }

    /// <summary>So many branches side by side, two tasks with rework in each.</summary>
    public static string OfBranches(int count)
    {
        var flow = new GeneratedFlow();
        var ids = Enumerable.Range(1, count).Select(i => $"b{i}").ToList();
        flow.Lead(flow.Id("start", "Elsa.Start"), "Done", flow.Fork("fork", ids));
        flow.Add("join", "Elsa.FlowJoin")["mode"] = Literal("String", "WaitAll");
        foreach (var id in ids)
        {
            flow.Lead("fork", id, flow.Task($"{id}-draft", "Ok"));
            flow.Lead($"{id}-draft", "Ok", flow.Task($"{id}-check", "Ok", "Back"));
            flow.Lead($"{id}-check", "Back", $"{id}-draft");
            flow.Lead($"{id}-check", "Ok", "join");
        }

        flow.Lead("join", "Done", flow.Id("finish", "Elsa.Finish"));
        return flow.Json();
    }

    public static WorkflowDefinition Read(string json) => DefinitionReader.Read(json) is { Definition: { } definition }
        ? definition
        : throw new InvalidOperationException("A generated definition cannot be read.");

    private (string Last, string Port) Block(int i, string last, string port)
    {
        string Of(string name) => $"{name}-{i}";
        Lead(last, port, Task(Of("check"), "Valid", "Lacks"));
        Lead(Of("check"), "Lacks", Task(Of("supplement"), "Supplied"));
        Lead(Of("supplement"), "Supplied", Of("check"));
        Lead(Of("check"), "Valid", Fork(Of("fork"), ["A", "B", "C"]));
        Add(Of("join"), "Elsa.FlowJoin")["mode"] = Literal("String", "WaitAll");
        foreach (var branch in new[] { "A", "B", "C" })
        {
            Lead(Of("fork"), branch, Task(Of($"side{branch}"), "Ok"));
            Lead(Of($"side{branch}"), "Ok", Of("join"));
        }

        Lead(Of("join"), "Done", Task(Of("draft"), "Ok"));
        Lead(Of("draft"), "Ok", Task(Of("review"), "Ok", "Back"));
        Lead(Of("review"), "Back", Of("draft"));
        return (Of("review"), "Ok");
    }

    private string Task(string id, params string[] outcomes)
    {
        var task = Add(id, "IsoE.UserTask");
        task["title"] = Literal("String", id);
        task["role"] = Literal("String", "specialist");
        task["timeLimit"] = Literal("String", "1h");
        task["outcomes"] = Literal("String[]", new JsonArray([.. outcomes.Select(outcome => JsonValue.Create(outcome))]));
        return id;
    }

    private string Fork(string id, IEnumerable<string> branches)
    {
        Add(id, "Elsa.FlowFork")["branches"] = Literal("String[]", new JsonArray([.. branches.Select(branch => JsonValue.Create(branch))]));
        return id;
    }

    private void Lead(string from, string port, string to)
    {
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        });
    }

    private string Id(string id, string type)
    {
        Add(id, type);
        return id;
    }

    private JsonObject Add(string id, string type)
    {
        var position = new JsonObject { ["x"] = activities.Count * 240, ["y"] = 100 };
        var activity = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"Workflow1:flow:{id}",
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = position } },
        };
        activities.Add(activity);
        return activity;
    }

    private string Json() => new JsonObject
    {
        ["id"] = "QT-90-v1",
        ["definitionId"] = "QT-90",
        ["name"] = "QT-90",
        ["version"] = 1,
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["nodeId"] = "Workflow1:flow",
            ["name"] = "Flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = activities,
            ["connections"] = connections,
        },
    }.ToJsonString();

    private static JsonObject Literal(string type, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };
}

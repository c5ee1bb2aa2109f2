using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Tests.TestBed;

/// <summary>Small procedures to run in tests, by id.</summary>
public static class TestDefinitions
{
    /// <summary>One task that is done "again" or "done"; two working days, then a warning.</summary>
    public const string Round = "round";

    /// <summary>One task whose silence is consent: four working hours.</summary>
    public const string Silence = "silence";

    /// <summary>Waits a day of working time for an event.</summary>
    public const string Waiting = "waiting";

    /// <summary>Starts another procedure and waits for it.</summary>
    public const string Parent = "parent";

    /// <summary>Two branches that join; the left one may end before, and then the join waits in vain.</summary>
    public const string DeadBranch = "dead-branch";

    private static readonly Dictionary<string, WorkflowDefinition> All = new[]
    {
        Define(
            Round,
            [Task("work", "warn", "2wd", "again", "done")],
            [("start", "Done", "work"), ("work", "again", "work"), ("work", "done", "finish")]),
        Define(
            Silence,
            [Task("consult", "consent", "4h", "consent", "refuse")],
            [("start", "Done", "consult"), ("consult", "consent", "finish"), ("consult", "refuse", "finish")]),
        Define(
            Waiting,
            [Activity("answer", "IsoE.Wait", ("title", "Chờ"), ("titleEn", "Wait"), ("event", "answered"), ("timeLimit", "1wd"))],
            [("start", "Done", "answer"), ("answer", "Received", "finish"), ("answer", "Timeout", "finish")]),
        Define(
            Parent,
            [Activity("verify", "IsoE.SubProcedure", ("title", "Xác minh"), ("titleEn", "Verify"), ("procedure", Round), ("agency", "xa-khac"))],
            [("start", "Done", "verify"), ("verify", "Done", "finish")]),
        Define(
            DeadBranch,
            [
                With(Activity("fork", "Elsa.FlowFork"), "branches", "String[]", new JsonArray("left", "right")),
                Task("left", "warn", "2wd", "go", "drop"),
                Task("right", "warn", "2wd", "go"),
                With(Activity("join", "Elsa.FlowJoin"), "mode", "String", "WaitAll"),
            ],
            [
                ("start", "Done", "fork"), ("fork", "left", "left"), ("fork", "right", "right"),
                ("left", "go", "join"), ("right", "go", "join"), ("join", "Done", "finish"),
            ]),
    }.ToDictionary(d => d.DefinitionId);

    public static WorkflowDefinition Get(string agencyId, string definitionId, int version) =>
        All.GetValueOrDefault(definitionId)
        ?? throw new InvalidOperationException($"There is no test definition {definitionId} version {version}.");

    private static WorkflowDefinition Define(string id, JsonObject[] activities, (string From, string Port, string To)[] connections)
    {
        var json = new JsonObject
        {
            ["id"] = id + "-v1",
            ["definitionId"] = id,
            ["name"] = id,
            ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([Activity("start", "Elsa.Start"), .. activities, Activity("finish", "Elsa.Finish")]),
                ["connections"] = new JsonArray([.. connections.Select(Connection)]),
            },
        };
        var read = DefinitionReader.Read(json.ToJsonString());
        return read.Definition
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, read.Errors.Select(e => $"{e.Path}: {e.Message.En}")));
    }

    private static JsonObject Task(string id, string onTimeout, string timeLimit, params string[] outcomes)
    {
        var task = Activity(id, "IsoE.UserTask", ("title", "Việc"), ("titleEn", "Work"), ("role", "specialist"), ("timeLimit", timeLimit), ("onTimeout", onTimeout));
        task["outcomes"] = Input("String[]", new JsonArray([.. outcomes.Select(o => JsonValue.Create(o))]));
        return task;
    }

    private static JsonObject Activity(string id, string type, params (string Name, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
            activity[name] = Input("String", JsonValue.Create(value));
        return activity;
    }

    private static JsonObject With(JsonObject activity, string input, string type, JsonNode value)
    {
        activity[input] = Input(type, value);
        return activity;
    }

    private static JsonObject Input(string type, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static JsonNode Connection((string From, string Port, string To) connection) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = connection.From, ["port"] = connection.Port },
        ["target"] = new JsonObject { ["activity"] = connection.To, ["port"] = "In" },
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Editing;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>Writes the planned flow as a workflow definition, in the head of a new procedure's.</summary>
internal static class DraftFlow
{
    private const int StepWidth = 240;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="template">The definition of a new procedure.</param>
    /// <param name="records">Codes of records by the step that leaves them.</param>
    public static string Write(string template, FlowPlan plan, IReadOnlyDictionary<string, string> records)
    {
        var definition = JsonNode.Parse(template)!.AsObject();
        var root = definition["root"]!.AsObject();
        root["activities"] = new JsonArray(
        [
            Event("start", "Start", "Bắt đầu", 0),
            .. plan.Steps.Select((step, i) => Activity(step, records.GetValueOrDefault(step.Id), 160 + (i * StepWidth))),
            Event("finish", "Finish", "Kết thúc", 160 + (plan.Steps.Count * StepWidth)),
        ]);
        root["connections"] = new JsonArray(
        [
            Connection("start", "Done", plan.Steps[0].Id),
            .. plan.Steps.SelectMany(step => step.Ways.Select(way => Connection(step.Id, way.Outcome, way.Target is { } target ? plan.Steps[target].Id : "finish"))),
        ]);
        return definition.ToJsonString(Written) + "\n";
    }

    private static JsonObject Activity(PlannedStep planned, string? record, int x)
    {
        var activity = Head(planned.Id, planned.IsWait ? "IsoE.Wait" : "IsoE.UserTask");
        Add(activity, "title", planned.Step.Title.Value);
        if (planned.IsWait) Add(activity, "event", planned.Id);
        else
        {
            Add(activity, "role", planned.Role);
            Add(activity, "unit", planned.Step.Performer.Value?.UnitCode);
        }
        Add(activity, "timeLimit", planned.Limit?.ToString());
        Add(activity, "clock", planned.Clock);
        Add(activity, "waitsFor", planned.WaitsFor);
        if (!planned.IsWait) AddTask(activity, planned, record);
        return Placed(activity, planned.Step.Title.Value ?? planned.Id, x, 100, 190, 60);
    }

    private static void AddTask(JsonObject activity, PlannedStep planned, string? record)
    {
        Add(activity, "form", planned.Form);
        activity["outcomes"] = Input("String[]", new JsonArray([.. planned.Ways.Select(way => (JsonNode)way.Outcome)]));
        activity["outcomeLabels"] = Input("ObjectDictionary", new JsonObject(planned.Ways.Select(way =>
            KeyValuePair.Create<string, JsonNode?>(way.Outcome, DraftForms.Bilingual(way.Label.Vi, way.Label.En)))));
        Add(activity, "record", record);
        Add(activity, "instructions", Instructions(planned));
        Add(activity, "onTimeout", planned.Limit is null ? null : "warn");
        Add(activity, "milestone", planned.Milestone);
    }

    /// <summary>How the step is done, its papers and helpers, in the document's words.</summary>
    private static string Instructions(PlannedStep planned)
    {
        var step = planned.Step;
        var forms = string.Join("; ", step.Forms.Value!.Select(form => form.Text));
        string[] parts =
        [
            step.Detail.Value ?? "",
            forms.Length > 0 ? $"Biểu mẫu, kết quả: {forms}." : "",
            step.Helpers.Count > 0 ? $"Phối hợp: {string.Join("; ", step.Helpers)}." : "",
            step.Note.Value is { Length: > 0 } note ? $"Ghi chú: {note}" : "",
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static JsonObject Event(string id, string type, string title, int x)
    {
        var activity = Head(id, $"Elsa.{type}");
        Placed(activity, title, x, 105, 100, 50)["customProperties"]!["canStartWorkflow"] = id == "start";
        return activity;
    }

    private static JsonObject Head(string id, string type) => new()
    {
        ["id"] = id,
        ["nodeId"] = $"Workflow1:flow:{id}",
        ["name"] = ReadableId.Pascal(id),
        ["type"] = type,
        ["version"] = 1,
    };

    private static JsonObject Placed(JsonObject activity, string title, int x, int y, int width, int height)
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

    private static void Add(JsonObject activity, string input, string? value)
    {
        if (value is { Length: > 0 }) activity[input] = Input("String", value);
    }

    private static JsonObject Input(string type, JsonNode value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static JsonObject Connection(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    };
}

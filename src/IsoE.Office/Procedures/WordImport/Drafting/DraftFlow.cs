using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>Writes the planned flow as a workflow definition, in the head of a new procedure's.</summary>
internal static class DraftFlow
{
    private const int StepWidth = 240;

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
            FlowJson.Connection("start", "Done", plan.Steps[0].Id),
            .. plan.Steps.SelectMany(step => step.Ways.Select(way => FlowJson.Connection(step.Id, way.Outcome, way.Target is { } target ? plan.Steps[target].Id : "finish"))),
        ]);
        return FlowJson.Write(definition);
    }

    private static JsonObject Activity(PlannedStep planned, string? record, int x)
    {
        var activity = FlowJson.Head(planned.Id, planned.IsWait ? "IsoE.Wait" : "IsoE.UserTask");
        FlowJson.Add(activity, "title", planned.Step.Title.Value);
        if (planned.IsWait) FlowJson.Add(activity, "event", planned.Id);
        else
        {
            FlowJson.Add(activity, "role", planned.Role);
            FlowJson.Add(activity, "unit", planned.Step.Performer.Value?.UnitCode);
        }
        FlowJson.Add(activity, "timeLimit", planned.Limit?.ToString());
        FlowJson.Add(activity, "clock", planned.Clock);
        FlowJson.Add(activity, "waitsFor", planned.WaitsFor);
        if (!planned.IsWait) AddTask(activity, planned, record);
        return FlowJson.Placed(activity, planned.Step.Title.Value ?? planned.Id, x, 100, 190, 60);
    }

    private static void AddTask(JsonObject activity, PlannedStep planned, string? record)
    {
        FlowJson.Add(activity, "form", planned.Form);
        activity["outcomes"] = FlowJson.Literal("String[]", new JsonArray([.. planned.Ways.Select(way => (JsonNode)way.Outcome)]));
        activity["outcomeLabels"] = FlowJson.Literal("ObjectDictionary", new JsonObject(planned.Ways.Select(way =>
            KeyValuePair.Create<string, JsonNode?>(way.Outcome, DraftForms.Bilingual(way.Label.Vi, way.Label.En)))));
        FlowJson.Add(activity, "record", record);
        FlowJson.Add(activity, "instructions", Instructions(planned));
        FlowJson.Add(activity, "onTimeout", planned.Limit is null ? null : "warn");
        FlowJson.Add(activity, "milestone", planned.Milestone);
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
        var activity = FlowJson.Head(id, $"Elsa.{type}");
        FlowJson.Placed(activity, title, x, 105, 100, 50)["customProperties"]!["canStartWorkflow"] = id == "start";
        return activity;
    }
}

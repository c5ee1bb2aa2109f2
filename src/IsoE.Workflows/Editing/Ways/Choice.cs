using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Conditions;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing.Ways;

/// <summary>A way of a choice: taken when its condition is the first that holds.</summary>
public sealed record ChoiceCase(string Label, FlowCondition Condition);

/// <summary>Puts a choice between several ways onto a spot: what followed there is reached when no case holds.</summary>
public sealed record AddChoice(Spot At, Text Title, IReadOnlyList<ChoiceCase> Cases) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var (after, _) = flow.Resolve(At);
        var id = flow.NewId(Title.En.Trim().Length > 0 ? Title.En : Title.Vi.Trim().Length > 0 ? Title.Vi : "choice");
        flow.Add(id, "Elsa.FlowSwitch", Title.Vi.Trim().Length > 0 ? Title : null, after, new JsonObject
        {
            ["mode"] = FlowEditing.Literal("String", "MatchFirst"),
            ["cases"] = new JsonArray([.. Cases.DistinctBy(each => each.Label).Select(CaseText.Of)]),
        });
        flow.Place(id, ["Default"], At);
    }
}

/// <summary>Adds a way to a choice, or changes when an existing one is taken.</summary>
public sealed record SetCase(string Activity, ChoiceCase Case) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var known = CaseText.Expect(flow.Get(Activity)).FirstOrDefault(each => each.Label == Case.Label);
        var part = flow.Part(Activity);
        if (known is null)
        {
            CaseText.Add(flow, part, Case);
        }
        else if (known.Condition.JavaScript is not { } written || !Case.Condition.Equals(FlowCondition.Of(written)))
        {
            var item = part.Find("cases")!.List.Items.First(each => each.FindText("label") == Case.Label);
            flow.Source.Set(item, "condition", CaseText.Condition(Case.Condition), "label");
        }
    }
}

/// <summary>Takes a way from a choice, with where it led.</summary>
public sealed record RemoveCase(string Activity, string Label) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        CaseText.Expect(flow.Get(Activity));
        var cases = flow.Part(Activity).Find("cases")?.List;
        if (cases?.Entries.Find(entry => entry.Value.FindText("label") == Label) is not { } entry)
        {
            throw new RejectedException("no-such-case", new Text($"Không có lối “{Label}”.", $"There is no way “{Label}”."));
        }

        JsonSource.Remove(cases, entry);
        flow.LeadOn(Activity, Label, []);
    }
}

/// <summary>How cases are written.</summary>
internal static class CaseText
{
    public static IReadOnlyList<SwitchCase> Expect(Activity activity) =>
        activity.Type.TypeName == "Elsa.FlowSwitch" ? activity.Cases : throw new RejectedException("not-a-choice", new Text(
            $"“{activity.Id}” không phải điểm chọn lối.", $"“{activity.Id}” is no choice of ways."));

    public static JsonObject Of(ChoiceCase each)
    {
        if (each.Label.Trim().Length == 0 || each.Label == "Default")
        {
            throw new RejectedException("label-missing", new Text("Hãy đặt tên cho từng lối.", "Give each way a name.")) { Field = "label" };
        }

        return new JsonObject { ["label"] = each.Label.Trim(), ["condition"] = Condition(each.Condition) };
    }

    public static JsonObject Condition(FlowCondition condition) =>
        new() { ["type"] = "JavaScript", ["value"] = condition.ToJavaScript() };

    public static void Add(FlowEditing flow, JsonPart activity, ChoiceCase each)
    {
        if (activity.Find("cases") is null)
        {
            flow.Source.Set(activity, "cases", new JsonArray(), "id", "nodeId", "name", "type", "version", "mode");
        }

        flow.Source.Add(activity.Find("cases")!.List, Of(each));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing.Ways;

/// <summary>Gives a task or sub-procedure a further outcome; it leads nowhere yet.</summary>
/// <param name="Id">Its id; null to make one from the label.</param>
public sealed record AddOutcome(string Activity, Text Label, string? Id = null) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        if (Label.Vi.Trim().Length == 0)
        {
            throw new RejectedException("label-missing", new Text("Hãy nhập tên kết quả.", "Enter the name of the outcome.")) { Field = "label" };
        }

        var known = Outcomes.Of(flow.Get(Activity));
        var id = ReadableId.Unique(Id ?? ReadableId.Pascal(Label.En.Trim().Length > 0 ? Label.En : Label.Vi), known.Contains, "");
        Outcomes.Write(flow, Activity, [.. known, id]);
        Outcomes.Call(flow, Activity, id, Label);
        if (known.Count == 0)
        {
            // Without outcomes told apart a sub-procedure leaves by Done; the first one takes over that way.
            foreach (var target in flow.From(Activity, "Done").Select(link => link.Target).ToList())
            {
                flow.Connect(Activity, id, target);
            }

            flow.LeadOn(Activity, "Done", []);
        }
    }
}

/// <summary>Names an outcome. Its id stays: connections, histories and forms know it by that.</summary>
public sealed record LabelOutcome(string Activity, string Outcome, Text Label) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        Outcomes.Expect(flow.Get(Activity), Outcome);
        Outcomes.Call(flow, Activity, Outcome, Label);
    }
}

/// <summary>Takes an outcome away, with where it led.</summary>
public sealed record RemoveOutcome(string Activity, string Outcome) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var activity = flow.Get(Activity);
        Outcomes.Expect(activity, Outcome);
        var left = Outcomes.Of(activity).Where(id => id != Outcome).ToList();
        if (left.Count == 0 && activity.Type.TypeName == "IsoE.UserTask")
        {
            throw new RejectedException("last-outcome", new Text(
                "Công việc phải có ít nhất một kết quả để chọn.", "A task needs at least one outcome to choose."));
        }

        flow.LeadOn(Activity, Outcome, []);
        Outcomes.Write(flow, Activity, left);
        if (flow.LiteralPart(Activity, "outcomeLabels") is { Kind: JsonValueKind.Object } labels)
        {
            JsonSource.Remove(labels, Outcome);
        }

        if (activity.LiteralText("onTimeout") == Outcome)
        {
            flow.SetLiteral(Activity, "onTimeout", "warn");
        }
    }
}

/// <summary>The outcomes that an author declares on a task or a sub-procedure.</summary>
internal static class Outcomes
{
    /// <exception cref="RejectedException">The type declares none, or an expression computes them.</exception>
    public static IReadOnlyList<string> Of(Activity activity) =>
        activity.Type.Inputs.Any(input => input.Name == "outcomes") && activity.LiteralTexts("outcomes") is { } outcomes
            ? outcomes
            : throw new RejectedException("outcomes-not-editable", new Text(
                $"Kết quả của bước “{activity.Id}” không sửa được trong bảng. Hãy chỉnh trong Studio.",
                $"The outcomes of “{activity.Id}” cannot be edited in the table. Edit them in Studio."));

    public static void Expect(Activity activity, string outcome)
    {
        if (!Of(activity).Contains(outcome))
        {
            throw new RejectedException("no-such-outcome", new Text(
                $"Bước “{activity.Id}” không có kết quả “{outcome}”.", $"The step “{activity.Id}” has no outcome “{outcome}”."));
        }
    }

    public static void Write(FlowEditing flow, string activity, IReadOnlyList<string> outcomes)
    {
        var list = flow.LiteralPart(activity, "outcomes")?.List;
        if (list is not { Kind: JsonValueKind.Array } || outcomes.Count == 0)
        {
            flow.SetLiteral(activity, "outcomes", outcomes.Count == 0 ? null : new JsonArray([.. outcomes.Select(o => (JsonNode?)o)]));
            return;
        }

        foreach (var gone in list.Entries.Where(entry => !outcomes.Contains(entry.Value.Text)).ToList())
        {
            JsonSource.Remove(list, gone);
        }

        foreach (var added in outcomes.Skip(list.Entries.Count))
        {
            flow.Source.Add(list, added);
        }
    }

    public static void Call(FlowEditing flow, string activity, string outcome, Text label)
    {
        var (vi, en) = (label.Vi.Trim(), label.En.Trim());
        var words = new JsonObject { ["vi"] = vi, ["en"] = en.Length > 0 ? en : vi };
        if (flow.LiteralPart(activity, "outcomeLabels") is not { Kind: JsonValueKind.Object } labels)
        {
            flow.SetLiteral(activity, "outcomeLabels", new JsonObject { [outcome] = words });
        }
        else if (labels.Find(outcome) is { Kind: JsonValueKind.Object } known)
        {
            flow.Source.Set(known, "vi", vi);
            flow.Source.Set(known, "en", words["en"]!.DeepClone(), "vi");
        }
        else
        {
            flow.Source.Set(labels, outcome, words);
        }
    }
}

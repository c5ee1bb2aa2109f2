using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>Puts a copy of a step behind it. The copy has answers of its own and leads where the step led.</summary>
public sealed record DuplicateStep(string Activity) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var original = flow.Get(Activity);
        if (original.Type.Nesting != Activities.Nesting.None || !original.Type.TypeName.StartsWith("IsoE.", StringComparison.Ordinal))
        {
            throw new RejectedException("not-a-step", new Text(
                "Chỉ nhân bản được bước công việc, chờ, quy trình con, lập hồ sơ và thông báo.",
                "Only tasks, waits, sub-procedures, records and messages can be duplicated."));
        }

        var next = flow.Next(Activity);
        var ways = flow.From(Activity).Select(link => link.Connection).ToList();
        var id = Copy(flow, original);
        foreach (var way in ways)
        {
            flow.Connect(id, way.Port, way.Target == Activity ? id : way.Target);
        }

        if (next is not null)
        {
            flow.Bridge(flow.From(Activity).Where(link => link.Target == next), id);
        }
    }

    private static string Copy(FlowEditing flow, Definitions.Activity original)
    {
        var id = flow.NewId(original.Id);
        var part = JsonSource.Repeat(flow.Activities, flow.Entry(original.Id));
        flow.Source.Replace(part.Find("id")!, id, null);
        flow.Source.Set(part, "nodeId", $"{flow.Definition.Root.NodeId}:{id}");
        flow.Source.Set(part, "name", ReadableId.Pascal(id));
        if (part.FindEntry("result") is { } result)
        {
            flow.Source.Replace(result.Value, flow.BindResult(id), result.Indent);
        }

        flow.PutBeside(part, original.Id);
        Rename(flow, id, original);
        return id;
    }

    private static void Rename(FlowEditing flow, string id, Definitions.Activity original)
    {
        if (original.LiteralText("title") is not { } vi)
        {
            return;
        }

        flow.SetLiteral(id, "title", vi + " (bản sao)");
        if (original.LiteralText("titleEn") is { } en)
        {
            flow.SetLiteral(id, "titleEn", en + " (copy)");
        }

        flow.SetDisplayText(id, vi + " (bản sao)");
    }
}

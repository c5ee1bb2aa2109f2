namespace IsoE.Workflows.Editing.Ways;

/// <summary>Says where an outcome leads; to several activities at once when given, to none when empty.</summary>
public sealed record LeadTo(string Activity, string Outcome, params IReadOnlyList<string> Targets) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var (after, port) = flow.Resolve(new Spot(Activity, Outcome));
        foreach (var target in Targets)
        {
            if (flow.Get(target) == flow.Graph.Start)
            {
                throw new RejectedException("start-is-first", new Text(
                    "Không dẫn trở lại điểm bắt đầu được; hãy chọn bước đầu tiên.", "The start cannot be led back to; choose the first step."));
            }
        }

        flow.LeadOn(after, port, [.. Targets.Distinct()]);
    }
}

/// <summary>Lets an outcome end the procedure, by an end of its own.</summary>
public sealed record LeadToNewEnd(string Activity, string Outcome, Text Title) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var (after, port) = flow.Resolve(new Spot(Activity, Outcome));
        var id = flow.NewId(Title.En.Trim().Length > 0 ? Title.En : Title.Vi);
        flow.Add(id, "Elsa.Finish", Title, after);
        flow.LeadOn(after, port, [id]);
    }
}

using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing;

/// <summary>
/// Takes activities over from another draft of the same flow, each with the ways out of it and the variable of its
/// answers; one that is not there is removed. Ways to what is in neither are left out.
/// </summary>
public sealed record TakeOver(IReadOnlyList<string> Activities, FlowDraft From) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var other = new FlowEditing(From);
        foreach (var id in Activities)
        {
            Remove(flow, id);
            if (From.Graph.Activities.ContainsKey(id))
            {
                Take(flow, other, id);
            }
        }

        var known = flow.Activities.Items.Select(activity => activity.FindText("id")).ToHashSet();
        foreach (var loose in flow.Links.Where(link => !known.Contains(link.Source) || !known.Contains(link.Target)).ToList())
        {
            flow.Remove(loose);
        }
    }

    private static void Take(FlowEditing flow, FlowEditing other, string id)
    {
        var part = other.Part(id);
        if (flow.Activities.Entries.Find(entry => entry.Value.FindText("id") == id) is { } known)
        {
            known.Value.Become(part);
        }
        else
        {
            flow.Source.Add(flow.Activities, part.ToNode());
        }

        foreach (var way in other.From(id).ToList())
        {
            flow.AddRaw(way.Entry.Value.ToNode());
        }

        if (part.Find("result")?.Find("memoryReference")?.FindText("id") is { } reference)
        {
            flow.TakeVariable(other, reference);
        }
    }

    private void Remove(FlowEditing flow, string id)
    {
        foreach (var way in flow.From(id).ToList())
        {
            flow.Remove(way);
        }

        if (!From.Graph.Activities.ContainsKey(id) && flow.Graph.Activities.GetValueOrDefault(id) is { } gone)
        {
            flow.RemoveResult(gone);
            JsonSource.Remove(flow.Activities, flow.Entry(id));
        }
    }
}

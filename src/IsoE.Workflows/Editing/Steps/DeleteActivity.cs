using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Source;

namespace IsoE.Workflows.Editing.Steps;

/// <summary>
/// Takes an activity out. What led to it leads on to the one activity it went on to; when there are several, those
/// outcomes are left open for the gate to name, unless <paramref name="Keep"/> says which way stays.
/// </summary>
/// <param name="Keep">The outcome whose way takes the place of the activity; null to let the flow decide.</param>
public sealed record DeleteActivity(string Activity, string? Keep = null) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var activity = flow.Get(Activity);
        if (activity == flow.Graph.Start)
        {
            throw new RejectedException("start-stays", new Text(
                "Không bỏ được điểm bắt đầu của quy trình.", "The start of the flow cannot be removed."));
        }

        Remove(flow, activity, Keep is null ? flow.Next(Activity) : Kept(flow, activity));
    }

    internal static void Remove(FlowEditing flow, Activity activity, string? next)
    {
        flow.Bridge(flow.To(activity.Id).Where(link => link.Source != activity.Id), next);
        foreach (var link in flow.From(activity.Id).ToList())
        {
            flow.Remove(link);
        }

        foreach (var other in flow.Graph.Activities.Values.Where(other => other.Id != activity.Id))
        {
            Forget(flow, other, activity.Id);
        }

        flow.RemoveResult(activity);
        JsonSource.Remove(flow.Activities, flow.Entry(activity.Id));
        if (flow.Root.FindText("start") == activity.Id)
        {
            JsonSource.Remove(flow.Root, "start");
        }
    }

    private string? Kept(FlowEditing flow, Activity activity) =>
        flow.From(Activity, FlowEditing.Outcome(activity, Keep)).Select(link => link.Target).FirstOrDefault(target => target != Activity);

    // The rule of two people names the step; a name of nothing would be an error nobody made.
    private static void Forget(FlowEditing flow, Activity other, string id)
    {
        if (other.LiteralTexts("separateFrom") is { } apart && apart.Contains(id))
        {
            var left = apart.Where(name => name != id).Select(name => (JsonNode?)name).ToArray();
            flow.SetLiteral(other.Id, "separateFrom", left.Length == 0 ? null : new JsonArray(left));
        }
    }
}

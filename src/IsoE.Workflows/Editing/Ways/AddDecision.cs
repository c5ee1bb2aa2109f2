using System.Text.Json.Nodes;
using IsoE.Workflows.Editing.Conditions;

namespace IsoE.Workflows.Editing.Ways;

/// <summary>Puts a decision onto a spot: what followed there is reached when the condition holds.</summary>
/// <param name="Otherwise">Where it goes when the condition does not hold; null leaves that open.</param>
public sealed record AddDecision(Spot At, Text Title, FlowCondition Condition, string? Otherwise = null) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var (after, _) = flow.Resolve(At);
        var id = flow.NewId(Title.En.Trim().Length > 0 ? Title.En : Title.Vi.Trim().Length > 0 ? Title.Vi : "decision");
        flow.Add(id, "Elsa.FlowDecision", Title.Vi.Trim().Length > 0 ? Title : null, after, new JsonObject
        {
            ["condition"] = FlowEditing.JavaScript("Boolean", Condition.ToJavaScript()),
        });
        flow.Place(id, ["True"], At);
        if (Otherwise is not null)
        {
            flow.Connect(id, "False", flow.Get(Otherwise).Id);
        }
    }
}

/// <summary>Changes when a decision is taken.</summary>
public sealed record SetCondition(string Activity, FlowCondition Condition) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var known = flow.Get(Activity).Inputs.GetValueOrDefault("condition")?.JavaScript;
        if (known is null || !Condition.Equals(FlowCondition.Of(known)))
        {
            flow.SetJavaScript(Activity, "condition", Condition.ToJavaScript());
        }
    }
}

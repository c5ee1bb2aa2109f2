using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Leaves by <c>True</c> or <c>False</c>.</summary>
internal sealed class FlowDecision : ActivityType
{
    public override string TypeName => "Elsa.FlowDecision";

    public override Text DisplayName { get; } = new("Quyết định", "Decision");

    public override Text Description { get; } = new(
        "Đi theo True hoặc False theo điều kiện.",
        "Leaves by True or False.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("condition", "Boolean", new("điều kiện", "condition"), new("Quyết định lối đi.", "Decides the way.")),
    ];

    public override IReadOnlyList<string> Ports { get; } = ["True", "False"];

    internal override void Execute(ActivityRun run) => run.Complete(run.Flag("condition") ? "True" : "False");
}

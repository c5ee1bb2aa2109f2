using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Repeats its body while a condition holds.</summary>
internal sealed class While : ActivityType
{
    public override string TypeName => "Elsa.While";

    public override Text DisplayName { get; } = new("Lặp khi", "While");

    public override Text Description { get; } = new(
        "Lặp lại việc bên trong khi điều kiện còn đúng.",
        "Repeats its body while a condition holds.");

    public override Text Category { get; } = Shelf.Looping;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("condition", "Boolean", new("điều kiện", "condition"), new("Còn đúng thì lặp.", "Repeats while true.")),
    ];

    public override Nesting Nesting => Nesting.Ports;

    public override IReadOnlyList<string> EmbeddedPorts { get; } = ["body"];

    internal override void Execute(ActivityRun run)
    {
        if (run.Activity.Embedded.TryGetValue("body", out var body) && run.Flag("condition"))
        {
            run.StartChild(body);
        }
        else
        {
            run.Complete("Done");
        }
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes) => Execute(run);
}

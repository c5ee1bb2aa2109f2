using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Names the workflow instance.</summary>
internal sealed class SetName : ActivityType
{
    public override string TypeName => "Elsa.SetName";

    public override Text DisplayName { get; } = new("Đặt tên", "Set name");

    public override Text Description { get; } = new(
        "Đặt tên cho hồ sơ công việc.",
        "Names the workflow instance.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("value", "String", new("tên", "name"), new("Đặt tên cho hồ sơ công việc.", "Names the workflow instance.")),
    ];

    internal override void Execute(ActivityRun run)
    {
        run.Raise(new WorkflowNamed(run.Text("value") ?? ""));
        run.Complete("Done");
    }
}

using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Marks where a flowchart begins.</summary>
internal sealed class Start : ActivityType
{
    public override string TypeName => "Elsa.Start";

    public override Text DisplayName { get; } = new("Bắt đầu", "Start");

    public override Text Description { get; } = new(
        "Nơi lưu đồ bắt đầu.",
        "Where the flowchart begins.");

    public override Text Category { get; } = Shelf.Flow;


    public override bool IsStart => true;

    internal override void Execute(ActivityRun run) => run.Complete("Done");
}

using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Stands in for an activity of unknown type in a foreign draft; never runs.</summary>
internal sealed class NotFoundActivity : ActivityType
{
    public override string TypeName => "Elsa.NotFoundActivity";

    public override Text DisplayName { get; } = new("Không rõ loại", "Not found");

    public override Text Description { get; } = new(
        "Chỗ giữ cho một bước mà IsoE không biết loại.",
        "Stands in for an activity whose type IsoE does not know.");

    public override Text Category { get; } = Shelf.Primitives;


    public override bool IsBrowsable => false;

    public override bool IsExecutable => false;

    internal override void Execute(ActivityRun run) => throw new ActivityFailedException("unknown-activity-type", new Text(
        $"Bước “{run.Activity.Id}” thuộc loại không rõ, không thực hiện được.",
        $"Activity “{run.Activity.Id}” is of an unknown type and cannot be executed."));
}

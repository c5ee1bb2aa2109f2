using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Ends the flowchart or sequence it stands in.</summary>
internal sealed class End : ActivityType
{
    public override string TypeName => "Elsa.End";

    public override Text DisplayName { get; } = new("Kết thúc lưu đồ", "End");

    public override Text Description { get; } = new(
        "Kết thúc lưu đồ chứa nó; việc còn chờ trong đó bị hủy.",
        "Ends the flowchart it stands in; what still waits there is cancelled.");

    public override Text Category { get; } = Shelf.Flow;


    public override bool IsTerminal => true;

    public override IReadOnlyList<string> Ports => [];

    internal override void Execute(ActivityRun run) => run.Complete();
}

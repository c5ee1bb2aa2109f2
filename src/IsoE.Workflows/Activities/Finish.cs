using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Ends the whole workflow.</summary>
internal sealed class Finish : ActivityType
{
    public override string TypeName => "Elsa.Finish";

    public override Text DisplayName { get; } = new("Kết thúc quy trình", "Finish");

    public override Text Description { get; } = new(
        "Kết thúc toàn bộ quy trình; việc còn chờ bị hủy.",
        "Ends the whole workflow; what still waits is cancelled.");

    public override Text Category { get; } = Shelf.Flow;


    public override bool IsTerminal => true;

    public override IReadOnlyList<string> Ports => [];

    internal override void Execute(ActivityRun run) => run.Burst.Finish(run, null);
}

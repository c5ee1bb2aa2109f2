using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Activities and the connections control follows between them, by the token rules of <see cref="FlowchartRun"/>.</summary>
internal sealed class Flowchart : ActivityType
{
    public override string TypeName => "Elsa.Flowchart";

    public override Text DisplayName { get; } = new("Lưu đồ", "Flowchart");

    public override Text Description { get; } = new(
        "Các bước nối với nhau bằng đường đi; mỗi kết quả của một bước dẫn sang bước sau.",
        "Activities joined by connections; each outcome of an activity leads to the next.");

    public override Text Category { get; } = Shelf.Flow;


    public override Nesting Nesting => Nesting.Flowchart;

    public override bool IsBrowsable => false;

    internal override void Execute(ActivityRun run)
    {
        run.ResetVariables();
        if (FlowGraph.Of(run.Activity).Start is { } start)
        {
            run.StartChild(start);
        }
        else
        {
            run.Complete("Done");
        }
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes)
    {
        if (child.Type.IsTerminal)
        {
            run.EndEarly(child);
            return;
        }

        new FlowchartRun(run).Leave(child, outcomes);
        run.Burst.ScheduleTokens(run.Id);
    }
}

using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs its activities one after another.</summary>
internal sealed class Sequence : ActivityType
{
    public override string TypeName => "Elsa.Sequence";

    public override Text DisplayName { get; } = new("Tuần tự", "Sequence");

    public override Text Description { get; } = new(
        "Thực hiện các bước lần lượt.",
        "Runs its activities one after another.");

    public override Text Category { get; } = Shelf.Flow;


    public override Nesting Nesting => Nesting.List;

    internal override void Execute(ActivityRun run)
    {
        run.ResetVariables();
        StartAt(run, 0);
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes)
    {
        if (child.Type.IsTerminal)
        {
            run.EndEarly(child);
        }
        else
        {
            StartAt(run, run.Activity.Activities.TakeWhile(a => a != child).Count() + 1);
        }
    }

    private static void StartAt(ActivityRun run, int index)
    {
        if (index < run.Activity.Activities.Count)
        {
            run.StartChild(run.Activity.Activities[index]);
        }
        else
        {
            run.Complete("Done");
        }
    }
}

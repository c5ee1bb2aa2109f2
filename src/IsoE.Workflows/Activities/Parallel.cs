using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs all its activities side by side; completes with the last of them.</summary>
internal sealed class Parallel : ActivityType
{
    public override string TypeName => "Elsa.Parallel";

    public override Text DisplayName { get; } = new("Song song", "Parallel");

    public override Text Description { get; } = new(
        "Thực hiện các bước cùng lúc và chờ tất cả.",
        "Runs its activities side by side and waits for all.");

    public override Text Category { get; } = Shelf.Flow;


    public override Nesting Nesting => Nesting.List;

    internal override void Execute(ActivityRun run)
    {
        run.ResetVariables();
        if (run.Activity.Activities.Count == 0)
        {
            run.Complete("Done");
        }

        foreach (var child in run.Activity.Activities)
        {
            run.SetState(child.Id, Values.True);
            run.StartChild(child);
        }
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes)
    {
        run.SetState(child.Id, Values.False);
        if (run.Instance.State.Values.All(waiting => waiting.ValueKind == JsonValueKind.False))
        {
            run.Complete("Done");
        }
    }
}

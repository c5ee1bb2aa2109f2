using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs the activities of the matching cases and waits for them.</summary>
internal sealed class Switch : ActivityType
{
    public override string TypeName => "Elsa.Switch";

    public override Text DisplayName { get; } = new("Chọn việc", "Switch");

    public override Text Description { get; } = new(
        "Thực hiện việc của trường hợp đúng; không có thì việc mặc định.",
        "Runs the activities of the cases that match, else the default one.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } = [SwitchMode.Input];

    public override CaseStyle Cases => CaseStyle.Activities;

    public override Nesting Nesting => Nesting.Ports;

    public override IReadOnlyList<string> EmbeddedPorts { get; } = ["default"];

    internal override void Execute(ActivityRun run)
    {
        var matching = SwitchMode.Matching(run);
        List<Activity> chosen = matching.Count > 0
            ? [.. matching.Select(c => c.Activity).OfType<Activity>()]
            : [.. run.Activity.Embedded.Values];
        run.SetState("waiting", Values.Of(chosen.Count));
        chosen.ForEach(run.StartChild);
        if (chosen.Count == 0)
        {
            run.Complete("Done");
        }
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes)
    {
        var waiting = run.State("waiting")!.Value.GetInt32() - 1;
        run.SetState("waiting", Values.Of(waiting));
        if (waiting == 0)
        {
            run.Complete("Done");
        }
    }
}

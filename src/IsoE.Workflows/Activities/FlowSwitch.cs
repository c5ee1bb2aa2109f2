using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Leaves by the labels of the matching cases.</summary>
internal sealed class FlowSwitch : ActivityType
{
    public override string TypeName => "Elsa.FlowSwitch";

    public override Text DisplayName { get; } = new("Chọn lối", "Switch (flow)");

    public override Text Description { get; } = new(
        "Đi theo nhãn của trường hợp đúng; không có thì theo Default.",
        "Leaves by the labels of the cases that match, else by Default.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } = [SwitchMode.Input];

    public override CaseStyle Cases => CaseStyle.Outcomes;

    public override IReadOnlyList<string> Ports { get; } = ["Default"];

    public override IReadOnlyList<string>? OutcomesOf(Activity activity) =>
        [.. activity.Cases.Select(c => c.Label), "Default"];

    internal override void Execute(ActivityRun run)
    {
        var matching = SwitchMode.Matching(run);
        run.Complete(matching.Count > 0 ? [.. matching.Select(c => c.Label).Distinct()] : ["Default"]);
    }
}

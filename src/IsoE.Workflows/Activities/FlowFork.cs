using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Leaves by all its branches.</summary>
internal sealed class FlowFork : ActivityType
{
    public override string TypeName => "Elsa.FlowFork";

    public override Text DisplayName { get; } = new("Tách nhánh", "Fork");

    public override Text Description { get; } = new(
        "Đi theo tất cả các nhánh cùng lúc.",
        "Leaves by all its branches at once.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("branches", "String[]", new("các nhánh", "branches"), new("Tên các nhánh.", "Names of the branches."), UiHint: "dynamic-outcomes"),
        StepInputs.OutcomeLabels,
    ];

    public override IReadOnlyList<string>? OutcomesOf(Activity activity) =>
        activity.LiteralTexts("branches") is not { } branches ? Constant(activity)
        : branches.Count == 0 ? Ports
        : branches;

    internal override void Execute(ActivityRun run) =>
        run.Complete(run.Texts("branches") is { Count: > 0 } branches ? branches : Ports);

    // A list written in JavaScript that reads nothing has the same value always: ['Legal','Technical'].
    private static IReadOnlyList<string>? Constant(Activity activity) =>
        activity.Inputs["branches"].JavaScript is { Variables.Count: 0, Inputs.Count: 0 } expression
            ? ConstantValue.TextsOf(expression)
            : null;
}

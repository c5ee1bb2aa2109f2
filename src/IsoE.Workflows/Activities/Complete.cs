using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Ends the whole workflow and names the outcome others see.</summary>
internal sealed class Complete : ActivityType
{
    public override string TypeName => "Elsa.Complete";

    public override Text DisplayName { get; } = new("Hoàn thành", "Complete");

    public override Text Description { get; } = new(
        "Kết thúc toàn bộ quy trình với một kết quả.",
        "Ends the whole workflow with an outcome.");

    public override Text Category { get; } = Shelf.Flow;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("outcomes", "String[]", new("kết quả", "outcomes"), new("Kết quả của quy trình.", "The workflow's outcome."), UiHint: "outcome-picker"),
    ];

    public override bool IsTerminal => true;

    public override IReadOnlyList<string> Ports => [];

    internal override void Execute(ActivityRun run) =>
        run.Burst.Finish(run, run.Texts("outcomes") is [var outcome, ..] ? outcome : "Done");
}

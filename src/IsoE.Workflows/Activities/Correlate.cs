using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Sets the instance's correlation id.</summary>
internal sealed class Correlate : ActivityType
{
    public override string TypeName => "Elsa.Correlate";

    public override Text DisplayName { get; } = new("Gắn mã", "Correlate");

    public override Text Description { get; } = new(
        "Gắn mã tương quan, ví dụ mã hồ sơ.",
        "Sets the correlation id, for example a dossier code.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("correlationId", "String", new("mã", "correlation id"), new("Gắn mã tương quan, ví dụ mã hồ sơ.", "Sets the correlation id, for example a dossier code.")),
    ];

    internal override void Execute(ActivityRun run)
    {
        run.Raise(new WorkflowCorrelated(run.Text("correlationId") ?? ""));
        run.Complete("Done");
    }
}

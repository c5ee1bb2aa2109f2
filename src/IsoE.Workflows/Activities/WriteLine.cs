using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Writes a line to the journal.</summary>
internal sealed class WriteLine : ActivityType
{
    public override string TypeName => "Elsa.WriteLine";

    public override Text DisplayName { get; } = new("Ghi dòng", "Write line");

    public override Text Description { get; } = new(
        "Ghi một dòng vào nhật ký.",
        "Writes a line to the journal.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("text", "String", new("dòng", "text"), new("Ghi một dòng vào nhật ký.", "Writes a line to the journal.")),
    ];

    internal override void Execute(ActivityRun run)
    {
        run.Raise(new LineWritten(run.Id, run.Text("text") ?? ""));
        run.Complete("Done");
    }
}

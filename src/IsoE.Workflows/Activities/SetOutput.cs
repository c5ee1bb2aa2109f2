using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Gives an output of the workflow a value.</summary>
internal sealed class SetOutput : ActivityType
{
    public override string TypeName => "Elsa.SetOutput";

    public override Text DisplayName { get; } = new("Đặt kết quả ra", "Set output");

    public override Text Description { get; } = new(
        "Gán giá trị cho một kết quả ra của quy trình.",
        "Gives an output of the workflow a value.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("outputName", "String", new("tên", "output"), new("Kết quả ra được gán.", "The output to set."), Required: true, UiHint: "output-picker"),
        new("outputValue", "Object", new("giá trị", "value"), new("Giá trị gán.", "The value to give it.")),
    ];

    internal override void Execute(ActivityRun run)
    {
        run.Raise(new OutputSet(run.RequiredText("outputName"), run.Value("outputValue")));
        run.Complete("Done");
    }
}

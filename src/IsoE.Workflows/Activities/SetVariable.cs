using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Gives a variable a value, converted to the variable's type.</summary>
internal sealed class SetVariable : ActivityType
{
    public override string TypeName => "Elsa.SetVariable";

    public override Text DisplayName { get; } = new("Đặt biến", "Set variable");

    public override Text Description { get; } = new(
        "Gán giá trị cho một biến.",
        "Gives a variable a value.");

    public override Text Category { get; } = Shelf.Primitives;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new(Variable, "Variable", new("biến", "variable"), new("Biến được gán.", "The variable to set."), Required: true, UiHint: "variable-picker"),
        new("value", "Object", new("giá trị", "value"), new("Giá trị gán.", "The value to give it.")),
    ];

    /// <summary>The only input written without a wrapper: a variable object.</summary>
    internal const string Variable = "variable";

    internal override void Execute(ActivityRun run)
    {
        var reference = run.Activity.Inputs.GetValueOrDefault(Variable)?.Reference ?? throw run.Missing(Variable);
        if (run.Burst.Definition.FindVariable(reference) is null)
        {
            throw new ActivityFailedException("variable-unknown", new Text(
                $"Bước “{run.Activity.Id}” gán biến không có: {reference}.",
                $"Activity “{run.Activity.Id}” sets a variable that does not exist: {reference}."));
        }

        run.Burst.SetVariable(reference, run.Raw("value"));
        run.Complete("Done");
    }
}

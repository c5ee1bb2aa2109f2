using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs its branch <c>then</c> or <c>else</c>.</summary>
internal sealed class If : ActivityType
{
    public override string TypeName => "Elsa.If";

    public override Text DisplayName { get; } = new("Nếu", "If");

    public override Text Description { get; } = new(
        "Thực hiện một trong hai nhánh theo điều kiện.",
        "Runs one of two branches by a condition.");

    public override Text Category { get; } = Shelf.Branching;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("condition", "Boolean", new("điều kiện", "condition"), new("Đúng thì chạy nhánh Then.", "True runs the branch Then.")),
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } =
    [
        new("result", "Boolean", new("kết quả", "result"), new("Giá trị của điều kiện.", "The condition's value.")),
    ];

    public override Nesting Nesting => Nesting.Ports;

    public override IReadOnlyList<string> EmbeddedPorts { get; } = ["then", "else"];

    internal override void Execute(ActivityRun run)
    {
        var condition = run.Flag("condition");
        run.Bind("result", Values.Of(condition));
        if (run.Activity.Embedded.TryGetValue(condition ? "then" : "else", out var branch))
        {
            run.StartChild(branch);
        }
        else
        {
            run.Complete("Done");
        }
    }
}

using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs its body for all items side by side; completes with the last of them. The list is fixed when it begins.</summary>
/// <remarks>BPMN calls it a parallel multi-instance: one step on the drawing, as many tasks as there are items.</remarks>
internal sealed class ParallelForEach : ActivityType
{
    public override string TypeName => "Elsa.ParallelForEach";

    public override Text DisplayName { get; } = new("Từng mục cùng lúc", "Parallel for each");

    public override Text Description { get; } = new(
        "Thực hiện việc bên trong cho mọi mục của danh sách cùng lúc và chờ tất cả.",
        "Runs its body for all items of a list side by side and waits for all.");

    public override Text Category { get; } = Shelf.Looping;

    private const string Left = "left";

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new(ForEach.Items, "Object[]", new("danh sách", "items"), new("Các mục.", "The items."), Required: true),
    ];

    public override Nesting Nesting => Nesting.Ports;

    public override IReadOnlyList<string> EmbeddedPorts { get; } = ["body"];

    internal override void Execute(ActivityRun run)
    {
        var given = run.Value(ForEach.Items);
        var items = Values.IsNothing(given) ? Values.Parse("[]") : given;
        if (items.GetArrayLength() == 0 || !run.Activity.Embedded.TryGetValue("body", out var body))
        {
            run.Complete("Done");
            return;
        }

        run.SetState(ForEach.Items, items);
        run.SetState(Left, Values.Of(items.GetArrayLength()));

        // What begins inside may end the workflow at once, and with it this.
        for (var i = 0; i < items.GetArrayLength() && run.Burst.State.Activities.ContainsKey(run.Id); i++)
        {
            var number = run.Burst.State.Starts.GetValueOrDefault(body.Id) + 1;
            run.SetState(string.Create(CultureInfo.InvariantCulture, $"{body.Id}#{number}"), Values.Of(i));
            run.Burst.Start(body, run.Id);
        }
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes)
    {
        var left = run.State(Left)!.Value.GetInt32() - 1;
        run.SetState(Left, Values.Of(left));
        if (left == 0)
        {
            run.Complete("Done");
        }
    }

    /// <summary>The place of the item that a child of the loop runs for; null when the activity is no such loop.</summary>
    internal static JsonElement? IndexOf(ActivityInstance loop, string? childId) =>
        childId is not null && loop.State.ContainsKey(Left) && loop.State.TryGetValue(childId, out var index) ? index : null;
}

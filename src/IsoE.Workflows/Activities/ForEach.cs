using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Runs its body once for each item; the list is fixed when the loop begins.</summary>
internal sealed class ForEach : ActivityType
{
    public override string TypeName => "Elsa.ForEach";

    public override Text DisplayName { get; } = new("Lặp từng mục", "For each");

    public override Text Description { get; } = new(
        "Thực hiện việc bên trong cho từng mục của danh sách.",
        "Runs its body for each item of a list.");

    public override Text Category { get; } = Shelf.Looping;


    internal const string Items = "items";
    private const string Index = "index";

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new(Items, "Object[]", new("danh sách", "items"), new("Các mục.", "The items."), Required: true),
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } =
    [
        new("currentValue", "Object", new("mục hiện tại", "current value"), new("Mục đang xử lý.", "The item at hand.")),
    ];

    public override Nesting Nesting => Nesting.Ports;

    public override IReadOnlyList<string> EmbeddedPorts { get; } = ["body"];

    /// <summary>
    /// The variables <c>CurrentValue</c> and <c>CurrentIndex</c> that expressions inside a loop read: those of the
    /// innermost loop around the activity.
    /// </summary>
    internal static bool TryGetLoopValue(Burst burst, string activityInstanceId, string name, out JsonElement value)
    {
        value = Values.Null;
        if (name is not ("CurrentValue" or "CurrentIndex"))
        {
            return false;
        }

        string? child = null;
        for (string? id = activityInstanceId; id is not null;)
        {
            var instance = burst.State.Activities[id];
            if (instance.State.TryGetValue(Items, out var items) && (ParallelForEach.IndexOf(instance, child) ?? IndexOf(instance)) is { } index)
            {
                value = name == "CurrentIndex" ? index : items[index.GetInt32()];
                return true;
            }

            (child, id) = (id, instance.ParentId);
        }

        return false;
    }

    private static JsonElement? IndexOf(ActivityInstance loop) => loop.State.TryGetValue(Index, out var index) ? index : null;

    internal override void Execute(ActivityRun run)
    {
        if (run.State(Items) is null)
        {
            var items = run.Value(Items);
            run.SetState(Items, Values.IsNothing(items) ? Values.Parse("[]") : items);
        }

        Next(run, run.State(Index)?.GetInt32() ?? 0);
    }

    internal override void ChildCompleted(ActivityRun run, Activity child, IReadOnlyList<string> outcomes) =>
        Next(run, run.State(Index)!.Value.GetInt32() + 1);

    private static void Next(ActivityRun run, int index)
    {
        var items = run.State(Items)!.Value;
        if (index >= items.GetArrayLength() || !run.Activity.Embedded.TryGetValue("body", out var body))
        {
            run.Complete("Done");
            return;
        }

        run.SetState(Index, Values.Of(index));
        run.Bind("currentValue", items[index]);
        run.StartChild(body);
    }
}

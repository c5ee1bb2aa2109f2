using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Waits for a named event.</summary>
internal sealed class Event : ActivityType
{
    public override string TypeName => "Elsa.Event";

    public override Text DisplayName { get; } = new("Sự kiện", "Event");

    public override Text Description { get; } = new(
        "Chờ một sự kiện được công bố.",
        "Waits for an event to be published.");

    public override Text Category { get; } = Shelf.Waiting;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("eventName", "String", new("tên sự kiện", "event name"), new("Sự kiện cần chờ.", "The event to wait for."), Required: true),
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } =
    [
        new("result", "Object", new("kết quả", "result"), new("Dữ liệu của sự kiện.", "The payload of the event.")),
    ];

    internal override void Execute(ActivityRun run) =>
        run.Suspend(new EventWait(run.RequiredText("eventName"), null, Clocks.Counts, null, null));
}

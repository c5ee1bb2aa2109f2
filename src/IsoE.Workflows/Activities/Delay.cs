using System.Globalization;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Waits for a span of calendar time.</summary>
internal sealed class Delay : ActivityType
{
    public override string TypeName => "Elsa.Delay";

    public override Text DisplayName { get; } = new("Chờ thời gian", "Delay");

    public override Text Description { get; } = new(
        "Chờ hết một khoảng thời gian.",
        "Waits for a span of time.");

    public override Text Category { get; } = Shelf.Waiting;


    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        new("timeSpan", "TimeSpan", new("khoảng thời gian", "time span"), new("Dạng ngày.giờ:phút:giây, ví dụ 1.00:00:00.", "As days.hours:minutes:seconds, for example 1.00:00:00."), Default: "00:01:00"),
    ];

    internal override void Execute(ActivityRun run)
    {
        var text = run.Text("timeSpan");
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) || span < TimeSpan.Zero)
        {
            throw new ActivityFailedException("value-not-of-type", new Text(
                $"Bước “{run.Activity.Id}”: “{text}” không phải khoảng thời gian (ví dụ 1.00:00:00).",
                $"Activity “{run.Activity.Id}”: “{text}” is not a time span (for example 1.00:00:00)."));
        }

        run.Suspend(new DelayWait(run.At + span));
    }
}

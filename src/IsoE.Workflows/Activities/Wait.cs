using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Activities;

/// <summary>Waits for an outside event, a due time, or the first of both.</summary>
internal sealed class Wait : ActivityType
{
    public override string TypeName => "IsoE.Wait";

    public override Text DisplayName { get; } = new("Chờ", "Wait");

    public override Text Description { get; } = new(
        "Chờ một sự kiện bên ngoài hoặc hết thời hạn.",
        "Waits until something happens outside or a time limit passes.");

    public override Text Category => Shelf.Office;

    public override IReadOnlyList<InputDescriptor> Inputs { get; } =
    [
        StepInputs.Title with { Required = false },
        StepInputs.TitleEn,
        new("event", "String", new("sự kiện", "event"), new("Tên sự kiện; bỏ trống là chỉ chờ thời gian.", "Name of the event; empty waits for time alone.")),
        StepInputs.Form,
        StepInputs.Limit,
        StepInputs.Clock,
        StepInputs.WaitsFor,
        StepInputs.Record,
    ];

    public override IReadOnlyList<OutputDescriptor> Outputs { get; } = [StepInputs.Result];

    public override IReadOnlyList<string> Ports { get; } = [EventWait.Received, EventWait.Timeout];

    internal override void Execute(ActivityRun run)
    {
        var (clock, waitsFor) = StepInputs.ClockOf(run);
        var limit = StepInputs.LimitOf(run);
        var name = run.Text("event");
        if (name is null && limit is null)
        {
            throw run.Missing("event");
        }

        run.Suspend(new EventWait(name, limit, clock, waitsFor, run.Bilingual("title", "titleEn"))
        {
            Outcome = EventWait.Received,
            Form = run.Text("form"),
        });
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Deadlines;

/// <summary>Until when a step may wait.</summary>
/// <param name="Kind">What happens when the moment has passed.</param>
/// <param name="NearlyDueAt">From when little time is left; null when nobody is to be warned.</param>
public sealed record StepTerm(DueKind Kind, DateTimeOffset DueAt, DateTimeOffset? NearlyDueAt)
{
    /// <summary>The term of what waits since <paramref name="begun"/>; null for no limit.</summary>
    /// <exception cref="RejectedException">The calendar does not have a year that is needed.</exception>
    public static StepTerm? Of(DeadlineCalculator calculator, Wait wait, DateTimeOffset begun) => wait switch
    {
        UserTask { TimeLimit: { } limit } task => Of(calculator, limit, task.OnTimeout, begun),
        SubProcedureWait { TimeLimit: { } limit } sub => Of(calculator, limit, sub.OnTimeout, begun),
        EventWait { TimeLimit: { } limit } => new StepTerm(DueKind.Timeout, calculator.DueAt(begun, TimeLimit.Parse(limit)), null),
        DelayWait delay => new StepTerm(DueKind.Delay, Instant.ToStored(delay.Until), null),
        _ => null,
    };

    private static StepTerm Of(DeadlineCalculator calculator, string limit, string onTimeout, DateTimeOffset begun)
    {
        var term = TimeLimit.Parse(limit);
        var dueAt = calculator.DueAt(begun, term);
        var nearly = calculator.Calendar.Definition.NearlyDue.At(calculator.Calendar, begun, term, dueAt);
        return new StepTerm(DeadlineSteps.OnlyWarns(onTimeout) ? DueKind.StepDue : DueKind.Timeout, dueAt, nearly);
    }
}

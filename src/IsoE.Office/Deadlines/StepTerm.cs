using System.Globalization;
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
        UserTask { DueOn: { } day } task => On(calculator.Calendar, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), task.OnTimeout, begun),
        UserTask { TimeLimit: { } limit } task => Of(calculator, limit, task.OnTimeout, begun),
        SubProcedureWait { TimeLimit: { } limit } sub => Of(calculator, limit, sub.OnTimeout, begun),
        EventWait { TimeLimit: { } limit } => new StepTerm(DueKind.Timeout, calculator.DueAt(begun, TimeLimit.Parse(limit)), null),
        DelayWait delay => new StepTerm(DueKind.Delay, Instant.ToStored(delay.Until), null),
        _ => null,
    };

    /// <summary>Until the end of work on the day; of the next working day where it is none, as for any term.</summary>
    private static StepTerm On(WorkingCalendar calendar, DateOnly day, string onTimeout, DateTimeOffset begun)
    {
        var dueAt = calendar.EndOfWork(calendar.WorkingDayFrom(day));
        return new StepTerm(KindOf(onTimeout), dueAt, calendar.Definition.NearlyDue.At(calendar, begun, limit: null, dueAt));
    }

    private static StepTerm Of(DeadlineCalculator calculator, string limit, string onTimeout, DateTimeOffset begun)
    {
        var term = TimeLimit.Parse(limit);
        var dueAt = calculator.DueAt(begun, term);
        var nearly = calculator.Calendar.Definition.NearlyDue.At(calculator.Calendar, begun, term, dueAt);
        return new StepTerm(KindOf(onTimeout), dueAt, nearly);
    }

    private static DueKind KindOf(string onTimeout) => DeadlineSteps.OnlyWarns(onTimeout) ? DueKind.StepDue : DueKind.Timeout;
}

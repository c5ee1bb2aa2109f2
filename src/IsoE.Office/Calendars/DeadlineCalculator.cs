using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Computes when a time limit ends in the working time of one agency.</summary>
/// <remarks>
/// Limits in working days and calendar days have day grain: the day of receipt is not counted and the term ends with
/// the working time of its last day; a pause adds the days after the one it began on up to and including the one it
/// ended on. A last calendar day without work moves to the next working day. Limits in working hours and minutes
/// have minute grain: minutes inside a pause are not counted. Overlapping pauses count once, and nothing before the
/// start counts. An open pause counts up to <c>asOf</c>; without <c>asOf</c> it adds nothing yet, so the answer is the
/// earliest possible.
/// </remarks>
public sealed class DeadlineCalculator(WorkingCalendar calendar)
{
    public WorkingCalendar Calendar { get; } = calendar;

    /// <summary>The last instant at which finishing is on time, in UTC.</summary>
    /// <param name="startedAt">Acceptance of the dossier, or the beginning of the step.</param>
    /// <exception cref="RejectedException">The calendar does not have a year that is needed, or a pause ends before it begins.</exception>
    public DateTimeOffset DueAt(
        DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause>? pauses = null, DateTimeOffset? asOf = null) =>
        Compute(startedAt, limit, pauses ?? [], asOf).DueAt;

    /// <summary>The same with every interval counted, every day skipped and why, the pauses and the legal basis.</summary>
    /// <inheritdoc cref="DueAt"/>
    public ExplainedDueDate Explain(
        DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause>? pauses = null, DateTimeOffset? asOf = null) =>
        DueDateExplanation.Of(Compute(startedAt, limit, pauses ?? [], asOf), Calendar);

    private Deadline Compute(DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause> pauses, DateTimeOffset? asOf)
    {
        var ordered = Pauses.InOrder(pauses, asOf);
        var deadline = limit.Unit switch
        {
            TimeUnit.WorkingDays => InWorkingDays(startedAt, limit, ordered),
            TimeUnit.CalendarDays => InCalendarDays(startedAt, limit, ordered),
            TimeUnit.SameDay => OnTheSameDay(startedAt, limit, ordered),
            TimeUnit.WorkingHours => InMinutes(startedAt, limit, (long)limit.Value * 60, ordered),
            TimeUnit.WorkingMinutes => InMinutes(startedAt, limit, limit.Value, ordered),
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "Unknown unit of time."),
        };
        return deadline with { StoppedSince = Pauses.StoppedSince(pauses) };
    }

    private Deadline InWorkingDays(DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause> pauses)
    {
        var received = VietnamTime.DateOf(startedAt);
        var first = Calendar.AddWorkingDays(received, limit.Value);
        return Extended(startedAt, limit, first, pauses, Calendar.WorkingDaysAfter,
            added => Calendar.AddWorkingDays(first, added));
    }

    private Deadline InCalendarDays(DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause> pauses)
    {
        var received = VietnamTime.DateOf(startedAt);
        var last = AddDays(received, limit.Value);
        return Extended(startedAt, limit, Calendar.WorkingDayFrom(last), pauses,
            (from, to) => to.DayNumber - from.DayNumber,
            added => Calendar.WorkingDayFrom(AddDays(last, added)));
    }

    private Deadline OnTheSameDay(DateTimeOffset startedAt, TimeLimit limit, IReadOnlyList<Pause> pauses)
    {
        var local = VietnamTime.ToLocal(startedAt);
        var received = DateOnly.FromDateTime(local);
        var inTime = TimeOnly.FromDateTime(local) < Calendar.Definition.SameDayCutOff;
        var first = inTime ? Calendar.WorkingDayFrom(received) : Calendar.AddWorkingDays(received, 1);
        return Extended(startedAt, limit, first, pauses, Calendar.WorkingDaysAfter,
            added => Calendar.AddWorkingDays(first, added));
    }

    private Deadline Extended(
        DateTimeOffset startedAt, TimeLimit limit, DateOnly first, IReadOnlyList<Pause> pauses,
        Func<DateOnly, DateOnly, int> daysAfter, Func<int, DateOnly> moved)
    {
        var extensions = Pauses.InDays(pauses, VietnamTime.DateOf(startedAt), daysAfter);
        var added = extensions.Sum(extension => extension.Added);
        var firstDueAt = Calendar.EndOfWork(first);
        var dueAt = added == 0 ? firstDueAt : Calendar.EndOfWork(moved(added));
        return new Deadline(startedAt, limit, firstDueAt, extensions, dueAt, StoppedSince: null);
    }

    private Deadline InMinutes(DateTimeOffset startedAt, TimeLimit limit, long minutes, IReadOnlyList<Pause> pauses)
    {
        long counted = Calendar.PositionOf(startedAt);
        var first = counted + minutes;
        var due = first;
        var extensions = new List<Extension>(pauses.Count);
        foreach (var pause in pauses)
        {
            var added = pause.To <= startedAt ? 0 : MinutesAdded(pause, startedAt, due, ref counted);
            due += added;
            extensions.Add(new Extension(pause, added));
        }
        return new Deadline(
            startedAt, limit, Calendar.InstantAt(first), extensions, Calendar.InstantAt(due), StoppedSince: null);
    }

    /// <summary>Working minutes of a pause that lie before the due position and were not counted by an earlier pause.</summary>
    private int MinutesAdded(Pause pause, DateTimeOffset startedAt, long due, ref long counted)
    {
        var from = Math.Max(counted, pause.From <= startedAt ? counted : Calendar.PositionOf(pause.From));
        if (from >= due) return 0;
        var to = Calendar.PositionOf(pause.To!.Value);
        counted = Math.Max(counted, to);
        return (int)Math.Max(0, to - from);
    }

    private DateOnly AddDays(DateOnly date, int days) =>
        days <= DateOnly.MaxValue.DayNumber - date.DayNumber
            ? date.AddDays(days)
            : throw CalendarRejections.LimitTooLong(Calendar.LastYear);
}

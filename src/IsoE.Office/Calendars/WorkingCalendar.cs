using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Counts working days and working minutes of one agency. Immutable; safe to share between threads.</summary>
/// <remarks>
/// Every question is answered from sums prepared once for all days covered, so that a due date costs about a
/// microsecond. Seconds are dropped: the clock of the office has minutes.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly DayRules _days;
    private readonly DayHours?[] _hours;
    private readonly int[] _minutesBefore;
    private readonly int[] _workingDaysBefore;
    private readonly int[] _workingDays;
    private readonly DateOnly _first;

    /// <exception cref="RejectedException">The rows contradict each other or leave a working day without hours.</exception>
    public WorkingCalendar(CalendarDefinition definition)
    {
        CalendarCheck.Check(definition);
        Definition = definition;
        _days = new DayRules(definition);
        FirstYear = definition.Years.Min(year => year.Year);
        LastYear = definition.Years.Max(year => year.Year);
        _first = new DateOnly(FirstYear, 1, 1);

        var count = new DateOnly(LastYear, 12, 31).DayNumber - _first.DayNumber + 1;
        _hours = new DayHours?[count];
        _minutesBefore = new int[count + 1];
        _workingDaysBefore = new int[count + 1];
        for (var day = 0; day < count; day++)
        {
            _hours[day] = _days.HoursOn(_first.AddDays(day));
            _minutesBefore[day + 1] = _minutesBefore[day] + (_hours[day]?.Total ?? 0);
            _workingDaysBefore[day + 1] = _workingDaysBefore[day] + (_hours[day] is null ? 0 : 1);
        }
        _workingDays = [.. Enumerable.Range(0, count).Where(day => _hours[day] is not null)];
    }

    /// <summary>The rows this calendar was made from.</summary>
    public CalendarDefinition Definition { get; }

    public int FirstYear { get; }

    public int LastYear { get; }

    /// <summary>What the day is and why.</summary>
    /// <exception cref="RejectedException">The calendar does not have the year.</exception>
    public CalendarDay DayOf(DateOnly date)
    {
        IndexOf(date);
        return _days.Describe(date);
    }

    /// <inheritdoc cref="DayOf"/>
    public bool IsWorkingDay(DateOnly date) => _hours[IndexOf(date)] is not null;

    /// <summary>Whether the counter is open at this instant.</summary>
    /// <inheritdoc cref="DayOf"/>
    public bool IsReceptionOpen(DateTimeOffset instant)
    {
        var local = VietnamTime.ToLocal(instant);
        var time = TimeOnly.FromDateTime(local);
        return ReceptionOn(DateOnly.FromDateTime(local)).Any(range => time >= range.From && time < range.To);
    }

    /// <summary>When the counter is open on this day; empty when it stays closed.</summary>
    /// <inheritdoc cref="DayOf"/>
    public IReadOnlyList<TimeRange> ReceptionOn(DateOnly date)
    {
        var day = DayOf(date);
        // A make-up day is an ordinary day for the counter, whatever its weekday.
        return day.Kind switch
        {
            CalendarDayKind.Holiday => [],
            CalendarDayKind.MakeUp => day.Hours,
            _ => day.ReceptionHours,
        };
    }

    /// <summary>When the counter opens next after this instant, UTC; null when the calendar does not reach that far.</summary>
    public DateTimeOffset? NextReception(DateTimeOffset instant)
    {
        for (var date = VietnamTime.DateOf(instant); date.Year >= FirstYear && date.Year <= LastYear; date = date.AddDays(1))
            foreach (var range in ReceptionOn(date).OrderBy(range => range.From))
                if (VietnamTime.ToInstant(date, range.From) is var opens && opens > instant) return opens;
        return null;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; none if it is earlier.</summary>
    /// <inheritdoc cref="DayOf"/>
    public int WorkingDaysAfter(DateOnly from, DateOnly to) =>
        to <= from ? 0 : _workingDaysBefore[IndexOf(to) + 1] - _workingDaysBefore[IndexOf(from) + 1];

    /// <summary>The working day number <paramref name="count"/> (at least 1) after <paramref name="date"/>, which is not counted.</summary>
    /// <exception cref="RejectedException">The calendar does not reach that far.</exception>
    public DateOnly AddWorkingDays(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var position = (long)_workingDaysBefore[IndexOf(date) + 1] + count - 1;
        if (position >= _workingDays.Length) throw CalendarRejections.LimitTooLong(LastYear);
        return _first.AddDays(_workingDays[position]);
    }

    /// <summary>The date itself if it is a working day, otherwise the next one that is.</summary>
    /// <exception cref="RejectedException">The calendar does not reach that far.</exception>
    public DateOnly WorkingDayFrom(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>The instant at which work ends on a working day, normally 17:00.</summary>
    public DateTimeOffset EndOfWork(DateOnly workingDay)
    {
        var hours = _hours[IndexOf(workingDay)]
            ?? throw new ArgumentException($"{workingDay:yyyy-MM-dd} is not a working day.", nameof(workingDay));
        return InstantOf(IndexOf(workingDay), hours.End);
    }

    /// <summary>Working minutes from one instant to a later one; none if it is earlier.</summary>
    /// <inheritdoc cref="DayOf"/>
    public int WorkingMinutes(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : PositionOf(to) - PositionOf(from);

    /// <summary>The earliest instant at which <paramref name="minutes"/> working minutes have passed since <paramref name="start"/>.</summary>
    /// <remarks>An interval's end belongs to it: four hours from 07:30 end at 11:30, not at 13:00.</remarks>
    /// <exception cref="RejectedException">The calendar does not reach that far.</exception>
    public DateTimeOffset AddWorkingMinutes(DateTimeOffset start, int minutes) =>
        minutes <= 0 ? start : InstantAt((long)PositionOf(start) + minutes);

    /// <summary>Working minutes passed since the first day of the calendar.</summary>
    internal int PositionOf(DateTimeOffset instant)
    {
        var local = VietnamTime.ToLocal(instant);
        var day = IndexOf(DateOnly.FromDateTime(local));
        return _minutesBefore[day] + (_hours[day]?.Before(local.Hour * 60 + local.Minute) ?? 0);
    }

    /// <summary>The earliest instant at which <paramref name="position"/> (at least 1) is reached.</summary>
    internal DateTimeOffset InstantAt(long position)
    {
        if (position > _minutesBefore[^1]) throw CalendarRejections.LimitTooLong(LastYear);
        var (day, last) = (0, _hours.Length - 1);
        while (day < last)
        {
            var middle = (day + last) / 2;
            if (_minutesBefore[middle + 1] >= position) last = middle;
            else day = middle + 1;
        }
        return InstantOf(day, _hours[day]!.MinuteAfter((int)position - _minutesBefore[day]));
    }

    private int IndexOf(DateOnly date) =>
        date.Year >= FirstYear && date.Year <= LastYear
            ? date.DayNumber - _first.DayNumber
            : throw CalendarRejections.YearMissing(date.Year, FirstYear, LastYear);

    private DateTimeOffset InstantOf(int day, int minute) =>
        VietnamTime.ToInstant(_first.AddDays(day).ToDateTime(TimeOnly.MinValue).AddMinutes(minute));
}

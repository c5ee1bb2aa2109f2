using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Decides for one date what its day is, from the rows of a calendar.</summary>
internal sealed class DayRules
{
    private static readonly Text WeeklyRestName = new("nghỉ hằng tuần", "weekly rest day");
    private static readonly Text WorkingName = new("ngày làm việc", "working day");

    private readonly CalendarDefinition _definition;
    private readonly Dictionary<DateOnly, Holiday> _holidays = [];
    private readonly Dictionary<DateOnly, MakeUpDay> _makeUpDays = [];
    private readonly Dictionary<int, CoveredYear> _years;
    private readonly Dictionary<IReadOnlyList<TimeRange>, DayHours> _hours = new(ReferenceEqualityComparer.Instance);

    public DayRules(CalendarDefinition definition)
    {
        _definition = definition;
        _years = definition.Years.ToDictionary(year => year.Year);
        foreach (var holiday in definition.Holidays)
            for (var date = holiday.FirstOn; date <= holiday.LastOn; date = date.AddDays(1))
                _holidays.TryAdd(date, holiday);
        foreach (var day in definition.MakeUpDays) _makeUpDays[day.On] = day;
    }

    public CalendarDay Describe(DateOnly date)
    {
        var (kind, reason, source) = Classify(date);
        return new CalendarDay(
            date, kind, HoursOf(date, kind)?.Ranges ?? [], Ranges(_definition.ReceptionHours, date.DayOfWeek, date) ?? [],
            reason, source, _years.TryGetValue(date.Year, out var year) && year.IsProvisional);
    }

    /// <summary>The hours worked on this date; null on a day on which nobody works.</summary>
    public DayHours? HoursOn(DateOnly date) => HoursOf(date, KindOf(date));

    private CalendarDayKind KindOf(DateOnly date) =>
        _makeUpDays.ContainsKey(date) ? CalendarDayKind.MakeUp
        : _holidays.ContainsKey(date) ? CalendarDayKind.Holiday
        : RestOn(date) is not null ? CalendarDayKind.WeeklyRest
        : CalendarDayKind.Working;

    private (CalendarDayKind Kind, Text Reason, RowSource? Source) Classify(DateOnly date)
    {
        var kind = KindOf(date);
        return kind switch
        {
            CalendarDayKind.MakeUp => (kind, MakeUpName(_makeUpDays[date]), _makeUpDays[date].Source),
            CalendarDayKind.Holiday => (kind, _holidays[date].Name, _holidays[date].Source),
            CalendarDayKind.WeeklyRest => (kind, WeeklyRestName, RestOn(date)?.Source),
            _ => (kind, WorkingName, null),
        };
    }

    private DayHours? HoursOf(DateOnly date, CalendarDayKind kind)
    {
        if (kind is CalendarDayKind.Holiday or CalendarDayKind.WeeklyRest) return null;
        var weekday = kind == CalendarDayKind.MakeUp ? _makeUpDays[date].InPlaceOf.DayOfWeek : date.DayOfWeek;
        var ranges = Ranges(_definition.WorkingHours, weekday, date) ?? throw CalendarRejections.HoursMissing(date);
        if (!_hours.TryGetValue(ranges, out var hours)) _hours[ranges] = hours = new DayHours(ranges);
        return hours;
    }

    private WeeklyRest? RestOn(DateOnly date)
    {
        foreach (var rest in _definition.RestDays)
            if (rest.Weekday == date.DayOfWeek && rest.Effective.Covers(date)) return rest;
        return null;
    }

    private static IReadOnlyList<TimeRange>? Ranges(IReadOnlyList<WeekdayHours> rows, DayOfWeek weekday, DateOnly date)
    {
        foreach (var row in rows)
            if (row.Weekday == weekday && row.Ranges.Count > 0 && row.Effective.Covers(date)) return row.Ranges;
        return null;
    }

    private static Text MakeUpName(MakeUpDay day) => new(
        $"làm bù cho {Wording.Day(day.InPlaceOf).Vi}", $"worked in place of {Wording.Day(day.InPlaceOf).En}");
}

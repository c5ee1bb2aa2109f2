using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>A year the calendar knows. A provisional year follows the general rules; the yearly notice is still to come.</summary>
public sealed record CoveredYear(int Year, bool IsProvisional, RowSource Source);

/// <summary>Working or reception hours of one weekday.</summary>
public sealed record WeekdayHours(DayOfWeek Weekday, IReadOnlyList<TimeRange> Ranges, Effective Effective, RowSource Source);

/// <summary>A weekday on which nobody works.</summary>
public sealed record WeeklyRest(DayOfWeek Weekday, Effective Effective, RowSource Source);

/// <summary>Days off, both ends included. Weekly rest days inside change nothing.</summary>
public sealed record Holiday(DateOnly FirstOn, DateOnly LastOn, Text Name, RowSource Source);

/// <summary>A rest day worked in place of a working day, with the hours of the day it replaces.</summary>
public sealed record MakeUpDay(DateOnly On, DateOnly InPlaceOf, RowSource Source);

/// <summary>What the law is quoted for in explanations.</summary>
public enum LegalMatter
{
    WorkingDays,
    CalendarDays,
    WorkingHours,
    SameDay,
    Pause,
    Reception,
}

/// <summary>Everything an agency's calendar is made of, each row with its source. Dates are those of the agency's zone.</summary>
public sealed record CalendarDefinition
{
    public required Text Name { get; init; }

    public required IReadOnlyList<CoveredYear> Years { get; init; }

    /// <summary>Hours in which dossiers are settled; the clock of a time limit runs in them.</summary>
    public required IReadOnlyList<WeekdayHours> WorkingHours { get; init; }

    /// <summary>Hours in which the counter is open. A day with reception hours only is not a working day.</summary>
    public required IReadOnlyList<WeekdayHours> ReceptionHours { get; init; }

    public required IReadOnlyList<WeeklyRest> RestDays { get; init; }

    public required IReadOnlyList<Holiday> Holidays { get; init; }

    public required IReadOnlyList<MakeUpDay> MakeUpDays { get; init; }

    /// <summary>From this time on, a same-day dossier is returned the next working day.</summary>
    public required TimeOnly SameDayCutOff { get; init; }

    /// <summary>When the agency calls a term nearly due.</summary>
    public NearlyDueRule NearlyDue { get; init; } = NearlyDueRule.Default;

    public required IReadOnlyDictionary<LegalMatter, RowSource> LegalBasis { get; init; }
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IsoE.Office.Calendars;

/// <summary>What a row of an agency's calendar says.</summary>
public enum CalendarRowKind
{
    Year,
    WorkingHours,
    ReceptionHours,
    WeeklyRest,
    Holiday,
    MakeUpDay,
    SameDayCutOff,
    NearlyDue,
}

/// <summary>One row of an agency's own calendar with the document it rests on. Rows are added and removed, never changed.</summary>
/// <remarks>
/// A removed row stays, so that the calendar can be seen as it stood on any day. An agency without rows works by the
/// national calendar.
/// </remarks>
public sealed class CalendarRow : IBelongsToAgency, ILogged
{
    public required string AgencyId { get; init; }
    public required string Id { get; init; }
    public required CalendarRowKind Kind { get; init; }

    /// <summary>First day the row speaks of or is in force; 1 January for a year.</summary>
    public required DateOnly FirstOn { get; init; }

    /// <summary>Last such day; null until further notice.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>The weekday of hours and weekly rest days.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Hours as <c>07:30-11:30 13:00-17:00</c>; the time of the cut-off as <c>15:00</c>; the rule as <c>1wd 60m 20%</c>.</summary>
    public string? Hours { get; init; }

    /// <summary>The working day a make-up day replaces.</summary>
    public DateOnly? InPlaceOf { get; init; }

    /// <summary>Name of a holiday.</summary>
    public string? NameVi { get; init; }
    public string? NameEn { get; init; }

    /// <summary>A year whose official notice is still to come.</summary>
    public bool IsProvisional { get; init; }

    public required string SourceVi { get; init; }
    public required string SourceEn { get; init; }
    public required bool IsVerified { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public string? RemovedBy { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }

    string ILogged.Subject => Id;

    string ILogged.Called => NameVi ?? SourceVi;

    /// <summary>The first change copies the national calendar: that is no change of its own.</summary>
    bool ILogged.IsLogged => RemovedAt is not null || !Id.StartsWith("national-", StringComparison.Ordinal);
}

/// <summary>Counts the changes of an agency's calendar, so that two people cannot change it past each other.</summary>
public sealed class CalendarRevisionRow : IBelongsToAgency
{
    public required string AgencyId { get; init; }

    public required int Revision { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class CalendarTable : IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<CalendarRow> builder) => builder.HasKey(row => new { row.AgencyId, row.Id });
}

internal sealed class CalendarRevisionTable : IEntityTypeConfiguration<CalendarRevisionRow>
{
    public void Configure(EntityTypeBuilder<CalendarRevisionRow> builder)
    {
        builder.HasKey(row => row.AgencyId);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

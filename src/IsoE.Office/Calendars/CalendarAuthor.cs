using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Makes rows in the name of the person who adds them.</summary>
/// <param name="IsCopying">Rows of the national calendar keep one name, so that a page can point at them before they are copied.</param>
internal sealed record CalendarAuthor(string AgencyId, string PersonId, DateTimeOffset At, bool IsCopying = false)
{
    public CalendarRow Row(CoveredYear year) => New(
        CalendarRowKind.Year, new DateOnly(year.Year, 1, 1), new DateOnly(year.Year, 12, 31), year.Source, isProvisional: year.IsProvisional);

    public CalendarRow Row(CalendarRowKind kind, WeekdayHours hours) => New(
        kind, hours.Effective.From, hours.Effective.To, hours.Source, hours.Weekday, string.Join(' ', hours.Ranges));

    public CalendarRow Row(WeeklyRest rest) => New(
        CalendarRowKind.WeeklyRest, rest.Effective.From, rest.Effective.To, rest.Source, rest.Weekday);

    public CalendarRow Row(Holiday holiday) => New(
        CalendarRowKind.Holiday, holiday.FirstOn, holiday.LastOn, holiday.Source, name: holiday.Name);

    public CalendarRow Row(MakeUpDay day) => New(
        CalendarRowKind.MakeUpDay, day.On, day.On, day.Source, inPlaceOf: day.InPlaceOf);

    public CalendarRow CutOff(TimeOnly time, RowSource source) => New(
        CalendarRowKind.SameDayCutOff, VietnamTime.DateOf(At), null, source, hours: Wording.Time(time));

    public CalendarRow NearlyDue(NearlyDueRule rule, RowSource source) => New(
        CalendarRowKind.NearlyDue, VietnamTime.DateOf(At), null, source, hours: rule.ToString());

    /// <summary>The same row with an earlier end.</summary>
    public CalendarRow Shortened(CalendarRow row, DateOnly lastOn) => New(
        row.Kind, row.FirstOn, lastOn, new RowSource(new Text(row.SourceVi, row.SourceEn), row.IsVerified), row.Weekday, row.Hours);

    private CalendarRow New(
        CalendarRowKind kind, DateOnly first, DateOnly? last, RowSource source,
        DayOfWeek? weekday = null, string? hours = null, Text? name = null, DateOnly? inPlaceOf = null, bool isProvisional = false) => new()
        {
            AgencyId = AgencyId,
            Id = IsCopying ? $"national-{kind}-{first:yyyyMMdd}-{weekday}" : RowId.New(At),
            Kind = kind,
            FirstOn = first,
            LastOn = last,
            Weekday = weekday,
            Hours = hours,
            InPlaceOf = inPlaceOf,
            NameVi = name?.Vi,
            NameEn = name?.En,
            IsProvisional = isProvisional,
            SourceVi = source.Document.Vi,
            SourceEn = source.Document.En,
            IsVerified = source.Verified,
            AddedBy = PersonId,
            AddedAt = At,
        };
}

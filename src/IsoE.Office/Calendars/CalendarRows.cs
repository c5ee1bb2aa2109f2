using System.Globalization;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Turns rows into a calendar's definition and a definition into rows.</summary>
internal static class CalendarRows
{
    /// <summary>The definition these rows make; the legal basis is that of the product.</summary>
    public static CalendarDefinition Definition(IReadOnlyCollection<CalendarRow> rows) => NationalCalendar.Instance.Definition with
    {
        Name = new Text("Lịch làm việc của cơ quan", "Calendar of the agency"),
        Years = [.. Of(rows, CalendarRowKind.Year).Select(row => new CoveredYear(row.FirstOn.Year, row.IsProvisional, SourceOf(row)))],
        WorkingHours = [.. Of(rows, CalendarRowKind.WorkingHours).Select(HoursOf)],
        ReceptionHours = [.. Of(rows, CalendarRowKind.ReceptionHours).Select(HoursOf)],
        RestDays = [.. Of(rows, CalendarRowKind.WeeklyRest).Select(row => new WeeklyRest(row.Weekday!.Value, EffectiveOf(row), SourceOf(row)))],
        Holidays = [.. Of(rows, CalendarRowKind.Holiday).Select(row =>
            new Holiday(row.FirstOn, row.LastOn!.Value, new Text(row.NameVi!, row.NameEn!), SourceOf(row)))],
        MakeUpDays = [.. Of(rows, CalendarRowKind.MakeUpDay).Select(row => new MakeUpDay(row.FirstOn, row.InPlaceOf!.Value, SourceOf(row)))],
        SameDayCutOff = CutOff(rows),
        NearlyDue = Of(rows, CalendarRowKind.NearlyDue).LastOrDefault() is { } rule ? NearlyDueRule.Parse(rule.Hours!) : NearlyDueRule.Default,
    };

    /// <summary>An agency's own copy of a definition.</summary>
    public static IEnumerable<CalendarRow> Copy(CalendarDefinition definition, CalendarAuthor agency)
    {
        var author = agency with { IsCopying = true };
        foreach (var year in definition.Years) yield return author.Row(year);
        foreach (var hours in definition.WorkingHours) yield return author.Row(CalendarRowKind.WorkingHours, hours);
        foreach (var hours in definition.ReceptionHours) yield return author.Row(CalendarRowKind.ReceptionHours, hours);
        foreach (var rest in definition.RestDays) yield return author.Row(rest);
        foreach (var holiday in definition.Holidays) yield return author.Row(holiday);
        foreach (var day in definition.MakeUpDays) yield return author.Row(day);
        yield return author.CutOff(definition.SameDayCutOff, definition.LegalBasis[LegalMatter.SameDay]);
    }

    private static IEnumerable<CalendarRow> Of(IEnumerable<CalendarRow> rows, CalendarRowKind kind) =>
        rows.Where(row => row.Kind == kind).OrderBy(row => row.FirstOn);

    private static WeekdayHours HoursOf(CalendarRow row) => new(
        row.Weekday!.Value, [.. row.Hours!.Split(' ').Select(TimeRange.Parse)], EffectiveOf(row), SourceOf(row));

    private static TimeOnly CutOff(IEnumerable<CalendarRow> rows) => Of(rows, CalendarRowKind.SameDayCutOff).LastOrDefault() is { } row
        ? TimeOnly.ParseExact(row.Hours!, "HH:mm", CultureInfo.InvariantCulture)
        : NationalCalendar.Instance.Definition.SameDayCutOff;

    private static Effective EffectiveOf(CalendarRow row) => new(row.FirstOn, row.LastOn);

    private static RowSource SourceOf(CalendarRow row) => new(new Text(row.SourceVi, row.SourceEn), row.IsVerified);
}

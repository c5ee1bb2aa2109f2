using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Lunar;

namespace IsoE.Office.Tests.Calendars;

public class NationalCalendarTests
{
    private static readonly WorkingCalendar Calendar = NationalCalendar.Instance;

    [TestCase(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03")]
    [TestCase(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02")]
    [TestCase(2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24")]
    public void Weekdays_off_are_those_of_the_official_years(int year, string off) =>
        Assert.That(string.Join(' ', WeekdaysOff(year).Select(date => $"{date:MM-dd}")), Is.EqualTo(off));

    [TestCase(2027)]
    [TestCase(2028)]
    [TestCase(2029)]
    [TestCase(2030)]
    public void Provisional_years_follow_the_rules(int year)
    {
        var byRule = NationalHolidayRules.Generate(year).Select(row => row.FirstOn).Where(IsWeekday);

        Assert.Multiple(() =>
        {
            Assert.That(WeekdaysOff(year), Is.EqualTo(byRule));
            Assert.That(Calendar.DayOf(new DateOnly(year, 6, 1)).IsProvisional, Is.True);
        });
    }

    [TestCase("2024-05-04")]
    [TestCase("2025-04-26")]
    [TestCase("2026-01-10")]
    [TestCase("2026-08-22")]
    public void Make_up_Saturdays_are_worked_like_weekdays(string date)
    {
        var day = Calendar.DayOf(Clock.Day(date));

        Assert.Multiple(() =>
        {
            Assert.That(day.Kind, Is.EqualTo(CalendarDayKind.MakeUp));
            Assert.That(string.Join(' ', day.Hours), Is.EqualTo("07:30-11:30 13:00-17:00"));
            Assert.That(day.Source, Is.Not.Null);
        });
    }

    [Test]
    public void Make_up_Saturdays_are_all_the_Saturdays_that_are_worked()
    {
        var worked = Days(2024, 2030).Where(date => date.DayOfWeek == DayOfWeek.Saturday && Calendar.IsWorkingDay(date));

        Assert.That(worked.Count(), Is.EqualTo(4));
    }

    [Test]
    public void Lunar_holidays_lie_within_the_days_off()
    {
        foreach (var year in Enumerable.Range(2024, 7))
        {
            Assert.That(Calendar.IsWorkingDay(VietnameseLunarCalendar.NewYear(year)), Is.False, $"Tết {year}");
            Assert.That(Calendar.IsWorkingDay(VietnameseLunarCalendar.HungKingsDay(year)), Is.False, $"Giỗ Tổ {year}");
        }
    }

    [Test]
    public void An_ordinary_Saturday_is_for_reception_only()
    {
        var day = Calendar.DayOf(Clock.Day("2026-06-06"));

        Assert.Multiple(() =>
        {
            Assert.That(day.IsReceptionOnly, Is.True);
            Assert.That(Calendar.IsReceptionOpen(Clock.At("2026-06-06 11:29")), Is.True);
            Assert.That(Calendar.IsReceptionOpen(Clock.At("2026-06-06 11:30")), Is.False);
            Assert.That(Calendar.IsReceptionOpen(Clock.At("2026-08-22 16:00")), Is.True, "make-up day");
            Assert.That(Calendar.IsReceptionOpen(Clock.At("2026-04-30 09:00")), Is.False, "holiday");
        });
    }

    [Test]
    public void Every_row_names_its_source_in_both_languages()
    {
        var definition = Calendar.Definition;
        var sources = definition.Years.Select(row => row.Source)
            .Concat(definition.WorkingHours.Concat(definition.ReceptionHours).Select(row => row.Source))
            .Concat(definition.RestDays.Select(row => row.Source))
            .Concat(definition.Holidays.Select(row => row.Source))
            .Concat(definition.MakeUpDays.Select(row => row.Source))
            .Concat(definition.LegalBasis.Values);

        Assert.That(sources, Has.All.Matches<RowSource>(source => source is { Document: { Vi.Length: > 0, En.Length: > 0 } }));
    }

    private static IEnumerable<DateOnly> WeekdaysOff(int year) =>
        Days(year, year).Where(date => IsWeekday(date) && !Calendar.IsWorkingDay(date));

    private static IEnumerable<DateOnly> Days(int first, int last)
    {
        for (var date = new DateOnly(first, 1, 1); date.Year <= last; date = date.AddDays(1)) yield return date;
    }

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}

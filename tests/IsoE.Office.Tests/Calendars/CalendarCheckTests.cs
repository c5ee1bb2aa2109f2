using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

public class CalendarCheckTests
{
    private static readonly CalendarDefinition National = NationalCalendar.Instance.Definition;
    private static readonly RowSource Source = new(new Text("Thông báo", "Notice"), Verified: true);
    private static readonly Effective Always = new(new DateOnly(2000, 1, 1));

    [Test]
    public void A_calendar_without_years_is_refused() =>
        Refused(National with { Years = [] }, "calendar-years-missing");

    [Test]
    public void Years_with_a_gap_are_refused() =>
        Refused(National with { Years = [.. National.Years.Where(row => row.Year != 2026)] }, "calendar-years-gap");

    [Test]
    public void A_year_given_twice_is_refused() =>
        Refused(National with { Years = [.. National.Years, National.Years[0]] }, "calendar-year-twice");

    [Test]
    public void A_holiday_that_is_also_a_make_up_day_is_refused()
    {
        var day = new DateOnly(2026, 8, 22);

        Refused(National with { Holidays = [.. National.Holidays, new Holiday(day, day, new Text("lễ", "feast"), Source)] }, "calendar-day-conflict");
    }

    [Test]
    public void A_holiday_that_ends_before_it_begins_is_refused()
    {
        var holiday = new Holiday(new DateOnly(2026, 8, 2), new DateOnly(2026, 8, 1), new Text("lễ", "feast"), Source);

        Refused(National with { Holidays = [holiday] }, "calendar-holiday-reversed");
    }

    [Test]
    public void A_working_day_without_hours_is_refused() =>
        Refused(National with { RestDays = [.. National.RestDays.Where(row => row.Weekday == DayOfWeek.Sunday)] }, "calendar-hours-missing");

    [Test]
    public void Overlapping_hours_are_refused()
    {
        var hours = new WeekdayHours(DayOfWeek.Monday, [TimeRange.Parse("07:30-11:30"), TimeRange.Parse("11:00-17:00")], Always, Source);

        Refused(National with { WorkingHours = [hours, .. National.WorkingHours] }, "calendar-hours-overlap");
    }

    [Test]
    public void Hours_change_on_the_day_they_take_effect()
    {
        var july = new DateOnly(2026, 7, 1);
        var summer = National.WorkingHours.Select(row =>
            new WeekdayHours(row.Weekday, [TimeRange.Parse("07:00-11:00"), TimeRange.Parse("13:30-17:30")], new Effective(july), Source));
        var old = National.WorkingHours.Select(row => row with { Effective = new Effective(row.Effective.From, july.AddDays(-1)) });

        var deadlines = new DeadlineCalculator(new WorkingCalendar(National with { WorkingHours = [.. old, .. summer] }));

        Assert.Multiple(() =>
        {
            Assert.That(Clock.Show(deadlines.DueAt(Clock.At("2026-06-29 09:00"), TimeLimit.Parse("1wd"))), Is.EqualTo("2026-06-30 17:00"));
            Assert.That(Clock.Show(deadlines.DueAt(Clock.At("2026-06-30 09:00"), TimeLimit.Parse("1wd"))), Is.EqualTo("2026-07-01 17:30"));
            Assert.That(Clock.Show(deadlines.DueAt(Clock.At("2026-06-30 16:30"), TimeLimit.Parse("1h"))), Is.EqualTo("2026-07-01 07:30"));
        });
    }

    private static void Refused(CalendarDefinition definition, string code)
    {
        var refused = Assert.Throws<RejectedException>(() => _ = new WorkingCalendar(definition));

        Assert.That(refused!.Code, Is.EqualTo(code));
    }
}

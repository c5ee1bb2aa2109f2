using IsoE.Office.Calendars.Lunar;

namespace IsoE.Office.Tests.Calendars.Lunar;

public class VietnameseLunarCalendarTests
{
    [TestCase("2024-02-10", "2024-04-18")]
    [TestCase("2025-01-29", "2025-04-07")]
    [TestCase("2026-02-17", "2026-04-26")]
    [TestCase("2027-02-06", "2027-04-16")]
    [TestCase("2028-01-26", "2028-04-04")]
    [TestCase("2029-02-13", "2029-04-23")]
    [TestCase("2030-02-02", "2030-04-12")]
    public void New_year_and_the_Hung_Kings_commemoration_fall_on_the_known_days(string tet, string hung)
    {
        var year = Clock.Day(tet).Year;

        Assert.Multiple(() =>
        {
            Assert.That(VietnameseLunarCalendar.NewYear(year), Is.EqualTo(Clock.Day(tet)));
            Assert.That(VietnameseLunarCalendar.HungKingsDay(year), Is.EqualTo(Clock.Day(hung)));
        });
    }

    /// <summary>Years in which the Vietnamese new year is known to differ from the Chinese one.</summary>
    [TestCase("1968-01-29")]
    [TestCase("1985-01-21")]
    [TestCase("2007-02-17")]
    [TestCase("2030-02-02")]
    public void New_year_follows_Hanoi_where_Beijing_has_another_day(string tet) =>
        Assert.That(VietnameseLunarCalendar.NewYear(Clock.Day(tet).Year), Is.EqualTo(Clock.Day(tet)));

    [Test]
    public void Every_day_of_two_centuries_converts_there_and_back()
    {
        for (var date = new DateOnly(1900, 1, 1); date.Year <= 2100; date = date.AddDays(1))
        {
            var lunar = VietnameseLunarCalendar.FromSolar(date);
            if (VietnameseLunarCalendar.ToSolar(lunar) != date) Assert.Fail($"{date:yyyy-MM-dd} became {lunar} and another day.");
        }
    }

    /// <summary>
    /// Six new moons in two centuries fall so close to midnight in Viet Nam (within three minutes) that the shorter
    /// series of the published algorithm puts them on the other day. None touches a new year or the years in use.
    /// </summary>
    [Test]
    public void Every_day_of_two_centuries_agrees_with_the_published_algorithm_but_for_six_new_moons_at_midnight()
    {
        var different = new HashSet<DateOnly>();
        for (var date = new DateOnly(1900, 1, 1); date.Year <= 2100; date = date.AddDays(1))
            if (VietnameseLunarCalendar.FromSolar(date) != PublishedLunarAlgorithm.FromSolar(date)) different.Add(date);

        var monthsBegun = different.Where(date => !different.Contains(date.AddDays(-1))).Select(date => $"{date:yyyy-MM-dd}");
        Assert.That(monthsBegun, Is.EqualTo(
            new[] { "1944-06-20", "1967-07-07", "2054-05-07", "2062-04-09", "2072-12-09", "2077-11-15" }));
    }

    [Test]
    public void Months_follow_each_other_and_have_29_or_30_days()
    {
        var previous = VietnameseLunarCalendar.FromSolar(new DateOnly(1900, 1, 1));
        for (var date = new DateOnly(1900, 1, 2); date.Year <= 2100; date = date.AddDays(1))
        {
            var lunar = VietnameseLunarCalendar.FromSolar(date);
            if (!IsTheDayAfter(previous, lunar)) Assert.Fail($"{date:yyyy-MM-dd}: {previous} is followed by {lunar}.");
            previous = lunar;
        }
    }

    [Test]
    public void Nineteen_years_have_seven_leap_months_within_one()
    {
        var leapYears = Enumerable.Range(1901, 199).Where(HasLeapMonth).ToHashSet();

        for (var year = 1901; year + 18 < 2100; year++)
        {
            var count = Enumerable.Range(year, 19).Count(leapYears.Contains);
            Assert.That(count, Is.InRange(6, 8), $"from {year}");
        }
    }

    [TestCase(2020, 4)]
    [TestCase(2023, 2)]
    [TestCase(2025, 6)]
    [TestCase(2028, 5)]
    [TestCase(1985, 2)]
    public void Known_leap_months_are_found(int year, int month) =>
        Assert.That(() => VietnameseLunarCalendar.ToSolar(new LunarDate(year, month, 1, IsLeapMonth: true)), Throws.Nothing);

    [TestCase(2026, 6, 1, true)]
    [TestCase(2026, 13, 1, false)]
    [TestCase(2026, 1, 31, false)]
    [TestCase(2026, 1, 0, false)]
    [TestCase(2101, 1, 1, false)]
    public void A_day_that_does_not_exist_is_refused(int year, int month, int day, bool isLeap) =>
        Assert.That(() => VietnameseLunarCalendar.ToSolar(new LunarDate(year, month, day, isLeap)),
            Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(2024, "Giáp Thìn")]
    [TestCase(2026, "Bính Ngọ")]
    [TestCase(1900, "Canh Tý")]
    public void Years_have_their_traditional_names(int year, string name) =>
        Assert.That(VietnameseLunarCalendar.NameOfYear(year), Is.EqualTo(name));

    private static bool IsTheDayAfter(LunarDate previous, LunarDate next)
    {
        if (next == previous with { Day = previous.Day + 1 }) return next.Day <= 30;
        if (next.Day != 1 || previous.Day is not (29 or 30)) return false;
        if (next.IsLeapMonth) return (next.Year, next.Month) == (previous.Year, previous.Month) && !previous.IsLeapMonth;
        return previous.Month == 12
            ? (next.Year, next.Month) == (previous.Year + 1, 1)
            : (next.Year, next.Month) == (previous.Year, previous.Month + 1);
    }

    private static bool HasLeapMonth(int year)
    {
        var last = VietnameseLunarCalendar.NewYear(year + 1);
        for (var date = VietnameseLunarCalendar.NewYear(year); date < last; date = date.AddDays(1))
            if (VietnameseLunarCalendar.FromSolar(date).IsLeapMonth) return true;
        return false;
    }
}

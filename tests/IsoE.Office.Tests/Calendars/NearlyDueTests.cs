using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

public class NearlyDueTests
{
    private static readonly DeadlineCalculator Deadlines = new(NationalCalendar.Instance);

    [TestCase("2026-03-02 09:00", "3wd", "2026-03-04 17:00", TestName = "Three_days_are_nearly_due_when_one_working_day_is_left")]
    [TestCase("2026-03-02 09:00", "10wd", "2026-03-12 17:00", TestName = "Ten_days_are_nearly_due_when_a_fifth_is_left")]
    [TestCase("2026-03-02 08:00", "10h", "2026-03-03 08:00", TestName = "Ten_hours_are_nearly_due_when_two_are_left")]
    [TestCase("2026-03-02 08:00", "2h", "2026-03-02 09:00", TestName = "Short_steps_are_nearly_due_in_the_last_hour")]
    [TestCase("2026-03-02 08:00", "30m", "2026-03-02 08:24", TestName = "A_term_shorter_than_two_floors_has_its_last_fifth_alone")]
    [TestCase("2026-03-02 09:00", "1wd", "2026-03-03 15:24", TestName = "One_day_is_not_nearly_due_from_its_beginning")]
    public void Warning(string received, string limit, string warned)
    {
        var (start, parsed) = (Clock.At(received), TimeLimit.Parse(limit));

        var at = NearlyDueRule.Default.At(Deadlines.Calendar, start, parsed, Deadlines.DueAt(start, parsed));

        Assert.That(Clock.Show(at), Is.EqualTo(warned));
    }

    [Test]
    public void An_agency_can_warn_earlier()
    {
        var (start, limit) = (Clock.At("2026-03-02 09:00"), TimeLimit.Parse("10wd"));

        var at = (NearlyDueRule.Default with { Share = 0.5m }).At(Deadlines.Calendar, start, limit, Deadlines.DueAt(start, limit));

        Assert.That(Clock.Show(at), Is.EqualTo("2026-03-09 17:00"));
    }

    [Test]
    public void No_term_is_nearly_due_before_it_starts()
    {
        var start = Clock.At("2026-03-02 09:00");

        Assert.That((NearlyDueRule.Default with { Share = 1m }).At(Deadlines.Calendar, start, null, Clock.At("2026-03-06 17:00")), Is.EqualTo(start));
    }

    [TestCase("1wd 60m 20%")]
    [TestCase("0wd 0m 12.5%")]
    public void A_calendar_row_keeps_the_rule(string text) =>
        Assert.That(NearlyDueRule.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("2026-03-03 14:00", "2026-03-05 17:00", "còn 2 ngày 3 giờ làm việc")]
    [TestCase("2026-03-05 17:00", "2026-03-05 17:00", "còn 0 phút làm việc")]
    [TestCase("2026-03-05 15:30", "2026-03-05 17:00", "còn 1 giờ 30 phút làm việc")]
    [TestCase("2026-03-06 17:00", "2026-03-05 17:00", "quá hạn 1 ngày làm việc")]
    [TestCase("2026-03-05 17:01", "2026-03-05 17:00", "quá hạn 0 phút làm việc")]
    public void Remaining_time_is_working_time(string now, string due, string words) =>
        Assert.That(RemainingTime.Between(Deadlines.Calendar, Clock.At(now), Clock.At(due)).Describe().Vi, Is.EqualTo(words));
}

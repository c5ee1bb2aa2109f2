using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

public class DeadlineCalculatorTests
{
    private static readonly DeadlineCalculator Deadlines = new(NationalCalendar.Instance);

    [Test]
    public void An_open_pause_adds_nothing_yet_and_says_since_when_the_clock_stands()
    {
        var explained = Deadlines.Explain(Clock.At("2026-03-02 09:00"), TimeLimit.Parse("5wd"), Clock.Pauses("2026-03-04 10:00/"));

        Assert.Multiple(() =>
        {
            Assert.That(Clock.Show(explained.DueAt), Is.EqualTo("2026-03-09 17:00"));
            Assert.That(explained.StoppedSince, Is.EqualTo(Clock.At("2026-03-04 10:00")));
        });
    }

    [Test]
    public void An_open_pause_counts_up_to_the_moment_asked_for()
    {
        var due = Deadlines.DueAt(
            Clock.At("2026-03-02 09:00"), TimeLimit.Parse("5wd"), Clock.Pauses("2026-03-04 10:00/"), Clock.At("2026-03-06 08:00"));

        Assert.That(Clock.Show(due), Is.EqualTo("2026-03-11 17:00"));
    }

    [TestCase("2023-12-29 09:00", "1wd", "2023")]
    [TestCase("2031-01-02 09:00", "2h", "2031")]
    [TestCase("2030-12-30 09:00", "5wd", "2030")]
    [TestCase("2030-12-31 16:00", "2h", "2030")]
    [TestCase("2030-12-20 09:00", "30d", "2031")]
    [TestCase("2026-03-02 09:00", "1000000d", "4764")]
    [TestCase("2026-03-02 09:00", "1000000h", "2030")]
    public void A_year_the_calendar_does_not_have_is_refused_by_name(string received, string limit, string year)
    {
        var refused = Assert.Throws<RejectedException>(() => Deadlines.DueAt(Clock.At(received), TimeLimit.Parse(limit)));

        Assert.Multiple(() =>
        {
            Assert.That(refused!.Code, Is.EqualTo("calendar-year-missing"));
            Assert.That(refused.Reason.Vi, Does.Contain(year));
            Assert.That(refused.Reason.En, Does.Contain(year));
        });
    }

    [Test]
    public void A_pause_that_ends_before_it_begins_is_refused()
    {
        var pauses = Clock.Pauses("2026-03-05 09:00/2026-03-04 09:00");

        var refused = Assert.Throws<RejectedException>(
            () => Deadlines.DueAt(Clock.At("2026-03-02 09:00"), TimeLimit.Parse("5wd"), pauses));

        Assert.That(refused!.Code, Is.EqualTo("pause-reversed"));
    }

    [Test]
    public void Finishing_at_the_due_instant_is_on_time()
    {
        var explained = Deadlines.Explain(Clock.At("2026-03-02 09:00"), TimeLimit.Parse("5wd"));

        Assert.Multiple(() =>
        {
            Assert.That(explained.IsOverdue(explained.DueAt), Is.False);
            Assert.That(explained.IsOverdue(explained.DueAt.AddSeconds(1)), Is.True);
        });
    }
}

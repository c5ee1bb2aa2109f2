using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Calendars;

public class RecomputationTests
{
    private static readonly DeadlineCalculator Before = new(NationalCalendar.Instance);

    [Test]
    public void Only_limits_the_change_touches_are_moved()
    {
        var feast = new DateOnly(2026, 6, 10);
        var holiday = new Holiday(feast, feast, new Text("lễ", "feast"), new RowSource(new Text("Thông báo", "Notice"), Verified: true));
        var definition = NationalCalendar.Instance.Definition;
        var after = new WorkingCalendar(definition with { Holidays = [.. definition.Holidays, holiday] });

        var moved = Recomputation.Of(after, [Limit("a", "2026-06-09 09:00", "1wd"), Limit("b", "2026-06-10 09:00", "1wd")], Clock.At("2026-06-09 10:00")).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(moved.Select(limit => limit.Limit.Id), Is.EqualTo(new[] { "a" }));
            Assert.That(Clock.Show(moved[0].NewDueAt!.Value), Is.EqualTo("2026-06-11 17:00"));
        });
    }

    [Test]
    public void A_limit_beyond_the_new_calendar_is_reported_and_the_others_go_on()
    {
        var definition = NationalCalendar.Instance.Definition;
        var shorter = new WorkingCalendar(definition with { Years = [.. definition.Years.Where(year => year.Year < 2027)] });

        var moved = Recomputation.Of(shorter, [Limit("a", "2026-12-30 09:00", "9wd"), Limit("b", "2026-06-10 09:00", "1wd")], Clock.At("2026-12-30 10:00")).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(moved.Select(limit => (limit.Limit.Id, limit.NewDueAt)), Is.EqualTo(new[] { ("a", (DateTimeOffset?)null) }));
            Assert.That(moved[0].Refusal!.En, Does.Contain("2026"));
        });
    }

    private static RunningLimit Limit(string id, string started, string limit) => new(
        id, Clock.At(started), TimeLimit.Parse(limit), [], Before.DueAt(Clock.At(started), TimeLimit.Parse(limit)));
}

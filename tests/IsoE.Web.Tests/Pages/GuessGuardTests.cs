using IsoE.Web.Hosting;

namespace IsoE.Web.Tests.Pages;

public sealed class GuessGuardTests
{
    [Test]
    public void Two_misses_are_free_then_the_wait_doubles_up_to_five_seconds() =>
        Assert.That(
            new[] { 0, 2, 3, 4, 5, 40 }.Select(GuessGuard.DelayAfter),
            Is.EqualTo(new[] { 0, 0, 0.4, 0.8, 1.6, 5 }.Select(seconds => TimeSpan.FromSeconds(seconds))));

    [Test]
    public async Task A_code_tried_ten_times_is_not_answered_for_a_while_from_anywhere_whether_it_exists_or_not()
    {
        var guard = new GuessGuard(new NoWaiting());
        for (var tried = 0; tried < 10; tried++) guard.Missed("H29.150-261127-0001", $"10.0.0.{tried}");
        Assert.That(await guard.Wait(" h29.150-261127-0001 ", "10.0.0.99", default), Is.False);
        Assert.That(await guard.Wait("H29.150-261127-0002", "10.0.0.99", default), Is.True);
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

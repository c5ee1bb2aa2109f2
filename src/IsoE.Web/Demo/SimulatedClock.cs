namespace IsoE.Web.Demo;

/// <summary>A clock that stands still until it is put forward. Never goes back.</summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Puts the clock forward; a moment that lies behind it already leaves it as it is.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment.UtcTicks > ticks) Interlocked.Exchange(ref ticks, moment.UtcTicks);
    }
}

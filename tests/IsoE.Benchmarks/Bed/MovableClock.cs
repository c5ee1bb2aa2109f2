namespace IsoE.Benchmarks.Bed;

/// <summary>A clock that runs from a moment of our choosing and can be set ahead.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Monday 02/11/2026, 08:00 in Viet Nam.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => start + _ahead + System.GetElapsedTime(_started);
}

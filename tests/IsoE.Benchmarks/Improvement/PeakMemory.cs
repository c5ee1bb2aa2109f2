namespace IsoE.Benchmarks.Improvement;

/// <summary>Watches how much the managed heap holds beyond what it held at first.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _most;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, 0, 10);

    public double Megabytes
    {
        get
        {
            Look();
            return Math.Max(0, _most - _before) / 1024.0 / 1024.0;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look() => _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: false));
}

namespace IsoE.Office.Storage.Outbox;

/// <summary>Tells the lanes of this process's dispatcher that something was enqueued, so that they need not wait for their next look.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim[] _bells = [.. Enum.GetValues<OutboxLane>().Select(_ => new SemaphoreSlim(0, 1))];

    public void Ring()
    {
        foreach (var bell in _bells) Ring(bell);
    }

    /// <summary>Returns when somebody has rung since this lane's last time, or after <paramref name="longest"/>.</summary>
    public Task Wait(OutboxLane lane, TimeSpan longest, CancellationToken cancel) => _bells[(int)lane].WaitAsync(longest, cancel);

    public void Dispose()
    {
        foreach (var bell in _bells) bell.Dispose();
    }

    private static void Ring(SemaphoreSlim bell)
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is ringing already.
        }
    }
}

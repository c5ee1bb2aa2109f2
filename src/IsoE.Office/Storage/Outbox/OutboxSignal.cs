namespace IsoE.Office.Storage.Outbox;

/// <summary>Tells the dispatcher of this process that something was enqueued, so that it need not wait for its next look.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is ringing already.
        }
    }

    /// <summary>Returns when somebody has rung since the last time, or after <paramref name="longest"/>.</summary>
    public Task Wait(TimeSpan longest, CancellationToken cancel) => _bell.WaitAsync(longest, cancel);

    public void Dispose() => _bell.Dispose();
}

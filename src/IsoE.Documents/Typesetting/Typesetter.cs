using System.Collections.Concurrent;

namespace IsoE.Documents.Typesetting;

/// <summary>Turns templates and data into PDF, in worker processes that it starts, watches and replaces.</summary>
/// <remarks>
/// Workers are processes because a compilation cannot be interrupted: a job that hangs or grows is ended with
/// its process, and the server that asked for it goes on.
/// </remarks>
public sealed class Typesetter(TypesetterOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Workers);
    private readonly ConcurrentBag<TypesettingWorker> _idle = [];
    private readonly ConcurrentDictionary<TypesettingWorker, bool> _busy = [];
    private bool _disposed;

    /// <summary>Process ids of the workers that have a job now.</summary>
    internal IReadOnlyList<int> BusyProcesses => [.. _busy.Keys.Select(w => w.ProcessId)];

    /// <summary>Most memory, in bytes, that a worker was seen to hold during or after a job.</summary>
    public long PeakWorkerMemory { get; private set; }

    /// <summary>The PDF of a job. A worker lost in the middle is replaced and the job done again, once.</summary>
    /// <exception cref="DocumentFailedException">
    /// The template or its data are wrong, the job took too long or too much memory, or two workers were lost over it.
    /// </exception>
    public async Task<byte[]> Render(DocumentJob job, CancellationToken cancel)
    {
        var overrides = OverridesOf(job);
        await _slots.WaitAsync(cancel);
        try
        {
            return await RenderInWorker(job, overrides, cancel);
        }
        finally
        {
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var worker in _busy.Keys)
            worker.Kill();
        while (_idle.TryTake(out var worker))
            await worker.DisposeAsync();
        _slots.Dispose();
    }

    private async Task<byte[]> RenderInWorker(DocumentJob job, string? overrides, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                return await RenderOnce(job, overrides, cancel);
            }
            catch (WorkerLostException lost) when (attempt == 2 || _disposed)
            {
                throw new DocumentFailedException($"Document '{job.Template}': the typesetting worker ended twice over it.", lost.Complaints);
            }
            catch (WorkerLostException)
            {
                // The next round takes a new worker.
            }
        }
    }

    private async Task<byte[]> RenderOnce(DocumentJob job, string? overrides, CancellationToken cancel)
    {
        var worker = _idle.TryTake(out var idle) ? idle : TypesettingWorker.Start(options);
        _busy[worker] = true;
        var answered = false;
        try
        {
            var (ok, bodies) = await Watched(job, worker, overrides, cancel);
            answered = true;
            return ok
                ? BothStandards.Join(bodies[0], bodies[1])
                : throw new DocumentFailedException($"Document '{job.Template}' has errors:", System.Text.Encoding.UTF8.GetString(bodies[0]));
        }
        finally
        {
            _busy.TryRemove(worker, out _);
            await PutBack(worker, answered);
        }
    }

    /// <summary>Runs the job and ends the worker when the job passes its limits or is cancelled.</summary>
    private async Task<(bool Ok, IReadOnlyList<byte[]> Bodies)> Watched(DocumentJob job, TypesettingWorker worker, string? overrides, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(options.TimeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, over.Token);
        var run = worker.Run(job, overrides, stop.Token);
        using var ended = stop.Token.Register(worker.Kill);
        while (await Task.WhenAny(run, Task.Delay(100, CancellationToken.None)) != run)
        {
            if (Seen(worker.Memory) <= options.MemoryLimit)
                continue;
            worker.Kill();
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new DocumentFailedException($"Document '{job.Template}' needs more than {options.MemoryLimit >> 20} MB of memory; cut it into volumes.", "");
        }
        try
        {
            return await run;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            cancel.ThrowIfCancellationRequested();
            throw new DocumentFailedException($"Document '{job.Template}' was not ready within {options.TimeLimit.TotalSeconds:0} seconds.", "");
        }
    }

    private async Task PutBack(TypesettingWorker worker, bool answered)
    {
        if (answered && !_disposed && Seen(worker.Memory) is > 0 and var memory && memory <= options.IdleMemoryLimit)
            _idle.Add(worker);
        else
            await worker.DisposeAsync();
    }

    private long Seen(long memory)
    {
        PeakWorkerMemory = Math.Max(PeakWorkerMemory, memory);
        return memory;
    }

    private string? OverridesOf(DocumentJob job)
    {
        if (!job.Template.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new DocumentFailedException($"'{job.Template}' is no name of a template.", "");
        if (job.Assets.Keys.FirstOrDefault(name => name != Path.GetFileName(name)) is { } path)
            throw new DocumentFailedException($"'{path}' is no name of an asset.", "");
        if (options.OverridesFolder is null || job.Overrides is null)
            return null;
        return job.Overrides == Path.GetFileName(job.Overrides) && job.Overrides is not ("." or "..")
            ? Path.Combine(options.OverridesFolder, job.Overrides)
            : throw new DocumentFailedException($"'{job.Overrides}' is no name of a folder of templates.", "");
    }
}

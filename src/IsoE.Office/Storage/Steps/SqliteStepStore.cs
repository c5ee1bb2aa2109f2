using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace IsoE.Office.Storage.Steps;

/// <summary>Steps on SQLite, which has one writer at a time: a queue feeds it.</summary>
/// <remarks>
/// Steps that wait at the same time share one transaction and one flush, each behind its own savepoint, so a refused
/// step takes nothing of its neighbours with it. Nobody is answered before the commit.
/// </remarks>
internal sealed class SqliteStepStore : IStepStore, IAsyncDisposable
{
    private const int LargestGroup = 64;

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly OfficeOptions _options;
    private readonly RowMaps _maps;
    private readonly Task _writer;

    public SqliteStepStore(OfficeOptions options, RowMaps maps)
    {
        _options = options;
        _maps = maps;
        _writer = Task.Run(Write);
    }

    public Task Execute(StepLoad load, Func<LoadedRows, IReadOnlyList<RowWrite>> decide, CancellationToken cancel)
    {
        var waiting = new Waiting(load, decide, cancel);
        return _queue.Writer.TryWrite(waiting)
            ? waiting.Answer.Task
            : throw new ObjectDisposedException(nameof(SqliteStepStore));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task Write()
    {
        SqliteStepConnection? connection = null;
        var group = new List<Waiting>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var waiting))
                group.Add(waiting);
            try
            {
                connection ??= new SqliteStepConnection(_options.ConnectionString, _maps);
                Run(connection, group);
            }
            catch (Exception e)
            {
                // The transaction as a whole failed (disk full, database gone): the next group gets a new connection.
                connection?.Dispose();
                connection = null;
                foreach (var waiting in group)
                    waiting.Answer.TrySetException(e);
            }
        }

        connection?.Dispose();
    }

    private void Run(SqliteStepConnection connection, List<Waiting> group)
    {
        connection.Execute("BEGIN IMMEDIATE");
        foreach (var waiting in group)
            waiting.Failure = Attempt(connection, waiting);
        _options.CommitObserver?.Invoke(CommitMoment.Before);
        connection.Execute("COMMIT");
        _options.CommitObserver?.Invoke(CommitMoment.After);
        foreach (var waiting in group)
            waiting.Reply();
    }

    private static Exception? Attempt(SqliteStepConnection connection, Waiting waiting)
    {
        if (waiting.Cancel.IsCancellationRequested)
            return new OperationCanceledException(waiting.Cancel);
        connection.Execute("SAVEPOINT step");
        try
        {
            connection.Write(waiting.Decide(connection.Read(waiting.Load)));
            connection.Execute("RELEASE step");
            return null;
        }
        catch (Exception e) when (e is not SqliteException { SqliteErrorCode: SqliteErrors.Full or SqliteErrors.InputOutput })
        {
            connection.Execute("ROLLBACK TO step");
            connection.Execute("RELEASE step");
            return e;
        }
    }

    private sealed record Waiting(StepLoad Load, Func<LoadedRows, IReadOnlyList<RowWrite>> Decide, CancellationToken Cancel)
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Failure { get; set; }

        public void Reply()
        {
            if (Failure is null)
                Answer.TrySetResult();
            else
                Answer.TrySetException(Failure);
        }
    }

    /// <summary>Errors after which SQLite has ended the transaction itself.</summary>
    private static class SqliteErrors
    {
        public const int InputOutput = 10;
        public const int Full = 13;
    }
}

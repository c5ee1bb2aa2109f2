using Npgsql;

namespace IsoE.Office.Storage.Steps;

/// <summary>Steps on PostgreSQL: one round trip reads, one writes and commits.</summary>
/// <remarks>
/// Without an open transaction a batch is a transaction of its own. The reads see committed rows; that nobody changed
/// them since is guaranteed by the key of the history, (agency, instance, sequence): of two steps that saw the same
/// sequence the second cannot insert. Only numbers of a series need a transaction around both, to hold their lock.
/// </remarks>
internal sealed class PostgresStepStore : IStepStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly OfficeOptions _options;
    private readonly RowMaps _maps;

    public PostgresStepStore(OfficeOptions options, RowMaps maps)
    {
        _options = options;
        _maps = maps;
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            MaxPoolSize = 32,
            ApplicationName = "IsoE steps",
        };
        _source = NpgsqlDataSource.Create(settings);
    }

    public async Task Execute(StepLoad load, Func<LoadedRows, IReadOnlyList<RowWrite>> decide, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        var isHeld = load.Series.Count > 0 || _options.CommitObserver is not null;
        await using var transaction = isHeld ? await connection.BeginTransactionAsync(cancel) : null;
        var writes = decide(await Read(connection, load, cancel));
        if (writes.Count == 0)
            return;
        try
        {
            await using var batch = Writes(connection, writes);
            await batch.ExecuteNonQueryAsync(cancel);
            _options.CommitObserver?.Invoke(CommitMoment.Before);
            if (transaction is not null)
                await transaction.CommitAsync(cancel);
        }
        catch (PostgresException e) when (IsConflict(e))
        {
            throw new StepConflictException(e);
        }

        _options.CommitObserver?.Invoke(CommitMoment.After);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        || (e.SqlState is PostgresErrorCodes.UniqueViolation && e.TableName is "history" or "instance");

    private async Task<LoadedRows> Read(NpgsqlConnection connection, StepLoad load, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Query(StepLoad.FindCommand, load.AgencyId, load.InstanceId, load.CommandId));
        // Always in the same order, so that two steps never wait for each other's counters.
        var series = load.Series.Order(StringComparer.Ordinal).ToList();
        foreach (var name in series)
            batch.BatchCommands.Add(Query(StepLoad.LockCounter, load.AgencyId, name));
        var types = _maps.Always.Concat(load.Also).ToList();
        foreach (var type in types)
            batch.BatchCommands.Add(Query(_maps.SelectOfInstance(type), load.AgencyId, load.InstanceId));

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var rows = new LoadedRows { CommandSequence = await reader.ReadAsync(cancel) ? reader.GetInt64(0) : null };
        foreach (var name in series)
        {
            await reader.NextResultAsync(cancel);
            await reader.ReadAsync(cancel);
            rows.Add(new CounterRow { AgencyId = load.AgencyId, Series = name, Value = reader.GetInt64(0) });
        }

        foreach (var type in types)
            await Read(reader, _maps.Of(type), rows.Begin(type), cancel);
        return rows;
    }

    private static async Task Read(NpgsqlDataReader reader, RowMap map, List<IBelongsToAgency> rows, CancellationToken cancel)
    {
        await reader.NextResultAsync(cancel);
        while (await reader.ReadAsync(cancel))
            rows.Add(map.Read(reader));
    }

    private NpgsqlBatch Writes(NpgsqlConnection connection, IReadOnlyList<RowWrite> writes)
    {
        var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < writes.Count; i++)
        {
            var end = i;
            while (end < writes.Count && writes[end] is { Operation: RowOperation.Insert, Row: HistoryRow })
                end++;
            if (end > i)
            {
                batch.BatchCommands.Add(InsertMany(_maps.Of(typeof(HistoryRow)), writes, i, end));
                i = end - 1;
            }
            else if (writes[i] is { Operation: RowOperation.Erase, Row: InstanceRow instance })
            {
                foreach (var statement in _maps.Erasures)
                    batch.BatchCommands.Add(Query(statement, instance.AgencyId, instance.InstanceId));
            }
            else
            {
                batch.BatchCommands.Add(Write(writes[i]));
            }
        }

        return batch;
    }

    private NpgsqlBatchCommand Write(RowWrite write)
    {
        var map = _maps.Of(write.Row.GetType());
        var isInsert = write.Operation is RowOperation.Insert;
        var command = new NpgsqlBatchCommand(isInsert ? map.Insert : map.Update);
        foreach (var column in isInsert ? map.Columns : map.UpdateColumns)
            command.Parameters.Add(new NpgsqlParameter { DataTypeName = column.StoreType, Value = column.Get(write.Row) });
        if (!isInsert && map.Version is not null)
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = write.Version });
        return command;
    }

    /// <summary>The history of a step in one statement, whose text does not depend on the number of rows.</summary>
    private static NpgsqlBatchCommand InsertMany(RowMap map, IReadOnlyList<RowWrite> writes, int start, int end)
    {
        var command = new NpgsqlBatchCommand(map.InsertMany);
        foreach (var column in map.Columns)
        {
            var values = Array.CreateInstance(column.StoredClrType, end - start);
            for (var i = start; i < end; i++)
                if (column.Get(writes[i].Row) is not DBNull and var value)
                    values.SetValue(value, i - start);
            command.Parameters.Add(new NpgsqlParameter { DataTypeName = column.StoreType + "[]", Value = values });
        }

        return command;
    }

    private static NpgsqlBatchCommand Query(string sql, params ReadOnlySpan<string> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return command;
    }
}

using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;
using Npgsql;

namespace IsoE.Benchmarks.Steps;

/// <summary>The baseline: Npgsql by hand, one round trip that reads and one batch, a transaction, that writes.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    public RawClient(string connectionString) => _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true,
        MaxPoolSize = 32,
    });

    public async Task Run(RawStep step)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var head = await Read(connection, step);
        await using var batch = new NpgsqlBatch(connection);
        var last = head;
        foreach (var write in step.Writes)
        {
            var command = new NpgsqlBatchCommand(write.Sql);
            if (write.History is { } rows)
                AddHistory(command, write.Types, rows, head, ref last);
            else
                Add(command, write);
            batch.BatchCommands.Add(command);
        }

        // The row of the instance comes before the history, whose last hash it carries.
        if (step.Writes[0].HeadHash is { } place)
            batch.BatchCommands[0].Parameters[place].Value = last;
        await batch.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<byte[]> Read(NpgsqlConnection connection, RawStep step)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Query(StepLoad.FindCommand, step.AgencyId, step.InstanceId, step.CommandId));
        foreach (var sql in step.Reads)
            batch.BatchCommands.Add(Query(sql, step.AgencyId, step.InstanceId));
        await using var reader = await batch.ExecuteReaderAsync();
        var head = HistoryChain.Origin;
        var values = new object[80];
        do
        {
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                if (reader.FieldCount > 1 && Array.Find(values, v => v is byte[]) is byte[] found)
                    head = found;
                Array.Clear(values);
            }
        }
        while (await reader.NextResultAsync());
        return head;
    }

    private static void Add(NpgsqlBatchCommand command, RawWrite write)
    {
        for (var i = 0; i < write.Values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter { DataTypeName = write.Types[i], Value = write.Values[i] });
    }

    private static void AddHistory(NpgsqlBatchCommand command, string[] types, IReadOnlyList<HistoryRow> rows, byte[] head, ref byte[] last)
    {
        var linked = new HistoryRow[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var r = rows[i];
            var previous = i == 0 ? head : linked[i - 1].Hash;
            linked[i] = HistoryChain.Link(previous, r.AgencyId, r.InstanceId, r.Sequence, r.Type, r.Data, r.At, r.ActorId, r.CommandId);
        }

        last = linked[^1].Hash;
        object[] values = Ordered(linked);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter { DataTypeName = types[i], Value = values[i] });
    }

    /// <summary>In the order of the model's columns: the key first, then by name.</summary>
    private static object[] Ordered(IReadOnlyList<HistoryRow> rows) =>
    [
        rows.Select(r => r.AgencyId).ToArray(),
        rows.Select(r => r.InstanceId).ToArray(),
        rows.Select(r => r.Sequence).ToArray(),
        rows.Select(r => r.ActorId).ToArray(),
        rows.Select(r => r.At).ToArray(),
        rows.Select(r => r.CommandId).ToArray(),
        rows.Select(r => r.Data).ToArray(),
        rows.Select(r => r.DataDigest).ToArray(),
        rows.Select(r => r.DataNonce).ToArray(),
        rows.Select(r => r.Hash).ToArray(),
        rows.Select(r => r.PreviousHash).ToArray(),
        rows.Select(r => r.Type).ToArray(),
    ];

    private static NpgsqlBatchCommand Query(string sql, params ReadOnlySpan<string> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return command;
    }
}

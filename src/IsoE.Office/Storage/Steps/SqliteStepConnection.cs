using Microsoft.Data.Sqlite;

namespace IsoE.Office.Storage.Steps;

/// <summary>The writer's connection with its prepared commands. Used by one thread at a time.</summary>
internal sealed class SqliteStepConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly RowMaps _maps;

    public SqliteStepConnection(string connectionString, RowMaps maps)
    {
        _maps = maps;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        // Acknowledged work must survive a power cut; grouping makes the flush cheap.
        Execute("PRAGMA synchronous = FULL");
        Execute("PRAGMA busy_timeout = 10000");
        Execute("PRAGMA foreign_keys = ON");
        // What the law has erased must not be left between the pages of the file.
        Execute("PRAGMA secure_delete = ON");
    }

    public void Execute(string sql) => Command(sql, 0).ExecuteNonQuery();

    public LoadedRows Read(StepLoad load)
    {
        var rows = new LoadedRows { CommandSequence = (long?)Query(StepLoad.FindCommand, load.AgencyId, load.InstanceId, load.CommandId).ExecuteScalar() };
        foreach (var type in _maps.Always)
            Read(type, load, rows);
        foreach (var type in load.Also)
            Read(type, load, rows);
        foreach (var series in load.Series)
            rows.Add(new CounterRow
            {
                AgencyId = load.AgencyId,
                Series = series,
                Value = (long)Query(StepLoad.LockCounter, load.AgencyId, series).ExecuteScalar()!,
            });
        return rows;
    }

    public void Write(IReadOnlyList<RowWrite> writes)
    {
        foreach (var write in writes)
            if (write is { Operation: RowOperation.Erase, Row: InstanceRow instance })
                Erase(instance);
            else if (Write(write) == 0)
                throw new StepConflictException();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private void Read(Type type, StepLoad load, LoadedRows rows)
    {
        var map = _maps.Of(type);
        var list = rows.Begin(type);
        using var reader = Query(_maps.SelectOfInstance(type), load.AgencyId, load.InstanceId).ExecuteReader();
        while (reader.Read())
            list.Add(map.Read(reader));
    }

    private void Erase(InstanceRow instance)
    {
        foreach (var statement in _maps.Erasures)
            Query(statement, instance.AgencyId, instance.InstanceId).ExecuteNonQuery();
    }

    private int Write(RowWrite write)
    {
        var map = _maps.Of(write.Row.GetType());
        var isInsert = write.Operation is RowOperation.Insert;
        var columns = isInsert ? map.Columns : map.UpdateColumns;
        var isVersioned = !isInsert && map.Version is not null;
        var command = Command(isInsert ? map.Insert : map.Update, columns.Count + (isVersioned ? 1 : 0));
        for (var i = 0; i < columns.Count; i++)
            command.Parameters[i].Value = columns[i].Get(write.Row);
        if (isVersioned)
            command.Parameters[columns.Count].Value = write.Version;
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Query(string sql, params ReadOnlySpan<string> values)
    {
        var command = Command(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        if (_commands.TryGetValue(sql, out var known))
            return known;
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return _commands[sql] = command;
    }
}

using System.Data.Common;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Benchmarks.Tampering;

/// <summary>The rows of one table, to be changed by hand and put back as they were.</summary>
internal sealed class TableCopy
{
    /// <summary>SQLite looks each parameter up among all of its question: many rows at once take longer than few.</summary>
    private const int RowsAtOnce = 10;

    private readonly List<object[]> _whole = [];

    private TableCopy(string name, string[] columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public string[] Columns { get; }

    /// <summary>The rows as the tampering leaves them; rows are arrays in the order of the columns.</summary>
    public List<object[]> Rows { get; } = [];

    public bool IsChanged { get; private set; }

    public int this[string column] => Array.IndexOf(Columns, column);

    public static async Task<TableCopy> Read(OfficeDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {name}";
        await using var reader = await command.ExecuteReaderAsync();
        var copy = new TableCopy(name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            copy._whole.Add(row);
        }

        copy.Reset();
        return copy;
    }

    /// <summary>The rows as they were, to be tampered with again.</summary>
    public void Reset()
    {
        Rows.Clear();
        Rows.AddRange(_whole.Select(row => (object[])row.Clone()));
        IsChanged = false;
    }

    public void Changed() => IsChanged = true;

    /// <summary>Writes the rows over what the database has.</summary>
    public async Task Write(DbConnection connection, DbTransaction transaction)
    {
        await using var delete = connection.CreateCommand();
        (delete.CommandText, delete.Transaction) = ($"DELETE FROM {Name}", transaction);
        await delete.ExecuteNonQueryAsync();
        foreach (var rows in Rows.Chunk(RowsAtOnce))
        {
            await using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            var values = rows.Select((row, i) => $"({string.Join(", ", row.Select((value, j) => Parameter(insert, $"p{i}_{j}", value)))})");
            insert.CommandText = $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES {string.Join(", ", values)}";
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static string Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return $"@{name}";
    }
}

using Microsoft.Data.Sqlite;

namespace IsoE.Office.Storage.Backup;

/// <summary>Copies with SQLite's own online backup.</summary>
internal sealed class SqliteCopy(string connectionString) : IDatabaseCopy
{
    public string FileName => "isoe.db";

    private string Database => new SqliteConnectionStringBuilder(connectionString).DataSource;

    public Task<bool> Exists(CancellationToken cancel) => Task.FromResult(File.Exists(Database));

    public Task Save(string file, CancellationToken cancel)
    {
        Copy(Database, SqliteOpenMode.ReadWrite, file);
        return Task.CompletedTask;
    }

    public Task Load(string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Database))!);
        Copy(file, SqliteOpenMode.ReadWrite, Database);
        return Task.CompletedTask;
    }

    private static void Copy(string from, SqliteOpenMode mode, string to)
    {
        using var source = Open(from, mode);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}

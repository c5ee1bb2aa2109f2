using System.Collections.Concurrent;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IsoE.Office.Tests.TestBed;

/// <summary>A database of one test, copied from one that was migrated once per run.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly ConcurrentBag<string> Templates = [];
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);

    private TestDatabase(OfficeOptions options) => Options = options;

    public OfficeOptions Options { get; }

    /// <summary>An empty office: all tables, no rows.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        var folder = NewFolder();
        if (kind is DatabaseKind.Postgres)
            return new TestDatabase(OfficeOptions.Postgres(PostgresCluster.CreateDatabase(await PostgresTemplate.Value), folder));
        File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "isoe.db"));
        return new TestDatabase(OfficeOptions.Sqlite(folder));
    }

    /// <summary>A database without any table.</summary>
    public static TestDatabase CreateBlank(DatabaseKind kind)
    {
        var folder = NewFolder();
        return new TestDatabase(kind is DatabaseKind.Postgres
            ? OfficeOptions.Postgres(PostgresCluster.CreateDatabase(), folder)
            : OfficeOptions.Sqlite(folder));
    }

    public void Dispose() => Directory.Delete(Options.DataDirectory, recursive: true);

    /// <summary>Removes what the templates left behind.</summary>
    public static void Clean()
    {
        foreach (var folder in Templates)
            Directory.Delete(folder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("isoe-test-").FullName;

    private static string NewTemplateFolder()
    {
        var folder = NewFolder();
        Templates.Add(folder);
        return folder;
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var options = OfficeOptions.Sqlite(NewTemplateFolder());
        await Migrate(options);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Path.Combine(options.DataDirectory, "isoe.db");
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var connection = PostgresCluster.CreateDatabase();
        await Migrate(OfficeOptions.Postgres(connection, NewTemplateFolder()));
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private static async Task Migrate(OfficeOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(options).BuildServiceProvider();
        await services.GetRequiredService<DatabaseSchema>().Migrate(default);
    }
}

using IsoE.Office.Storage;
using IsoE.Office.Storage.Migrations;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Storage;

public sealed class SchemaTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    [Test]
    public async Task Migrated_schema_is_that_of_the_model()
    {
        using var migrated = TestDatabase.CreateBlank(Kind);
        using var created = TestDatabase.CreateBlank(Kind);
        await using var migratedServices = Services(migrated);
        await migratedServices.GetRequiredService<DatabaseSchema>().Migrate(default);
        await using var createdServices = Services(created);
        await using var db = Open(createdServices);
        var script = SchemaScript.Of(db);
        await db.Database.ExecuteSqlRawAsync(script.Replace("{", "{{").Replace("}", "}}"));

        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"0001_Foundations.{Kind}.sql");
        await File.WriteAllTextAsync(file, script);
        await using var migratedDb = Open(migratedServices);
        Assert.That(
            await SchemaOf(migratedDb),
            Is.EqualTo(await SchemaOf(db)),
            "The rows have changed. Before the first release: run tests/write-schema.sh; after it: write the next migration.");
    }

    [Test]
    public async Task A_second_start_applies_nothing()
    {
        using var database = await TestDatabase.Create(Kind);
        await using var services = Services(database);

        Assert.That(await services.GetRequiredService<DatabaseSchema>().Migrate(default), Is.Empty);
    }

    [Test]
    public async Task A_migrated_database_knows_how_its_tables_are_filled()
    {
        using var database = TestDatabase.CreateBlank(Kind);
        await using var services = Services(database);
        await services.GetRequiredService<DatabaseSchema>().Migrate(default);

        await using var db = Open(services);
        var unknown = Kind is DatabaseKind.Sqlite
            ? []
            : await db.Database.SqlQueryRaw<string>(
                """SELECT relname AS "Value" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0""").ToListAsync();

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        using var database = await TestDatabase.Create(Kind);
        await using var services = Services(database);
        await using var db = Open(services);
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('9999_Future', '99')""");

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => services.GetRequiredService<DatabaseSchema>().Migrate(default));

        Assert.That(refusal!.Code, Is.EqualTo("database-newer"));
        Assert.That(refusal.Reason.En, Does.Contain("9999_Future"));
    }

    [Test]
    public async Task Every_key_of_an_agencys_rows_leads_with_the_agency()
    {
        using var database = await TestDatabase.Create(Kind);
        await using var services = Services(database);
        await using var db = Open(services);

        var misplaced = db.Model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(IBelongsToAgency)))
            .Where(t => t.FindPrimaryKey()!.Properties[0].Name != nameof(IBelongsToAgency.AgencyId))
            .Select(t => t.ClrType.Name);

        Assert.That(misplaced, Is.Empty);
    }

    private static ServiceProvider Services(TestDatabase database) =>
        new ServiceCollection().AddLogging().AddStorage(database.Options).BuildServiceProvider();

    private static OfficeDb Open(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext();

    /// <summary>Tables with columns, types and nullability, keys, indexes and triggers, as the database itself tells them.</summary>
    private async Task<string> SchemaOf(OfficeDb db)
    {
        var lines = new List<string>();
        foreach (var query in Kind is DatabaseKind.Sqlite ? SqliteSchema : PostgresSchema)
            lines.AddRange(await db.Database.SqlQueryRaw<string>(query).ToListAsync());
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static readonly string[] SqliteSchema =
    [
        "SELECT sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    ];

    private static readonly string[] PostgresSchema =
    [
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
            || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || is_identity AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        """,
        """SELECT 'index ' || indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'""",
        """
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS "Value"
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """,
        """SELECT 'trigger ' || pg_get_triggerdef(oid) AS "Value" FROM pg_trigger WHERE NOT tgisinternal""",
    ];
}

using System.Diagnostics;
using System.Globalization;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;
using IsoE.Office.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IsoE.Benchmarks.Screens;

/// <summary>The first page of the inbox of an agency with 100,000 open tasks.</summary>
internal static class InboxSpeed
{
    private const int PageSize = 50;
    private const double Target = 20;

    private static readonly string[] TaskRoles =
        [Roles.Specialist, Roles.Specialist, Roles.Specialist, Roles.DivisionHead, Roles.Clerk, Roles.ReturnOfficer, Roles.AgencyLeader];

    /// <returns>Whether the target was reached.</returns>
    public static async Task<bool> Run(bool quick)
    {
        var count = quick ? 20_000 : 100_000;
        var table = new Table(
            FormattableString.Invariant($"Inbox of an agency with {count:N0} open tasks: first page of {PageSize}, ms of server time"),
            "database", "list", "tasks", "median", "95 %", "slowest");
        using var folder = new TemporaryFolder();
        var reached = await Measure(table, OfficeOptions.Sqlite(folder.FullName), count);
        using var server = new PostgresServer();
        reached &= await Measure(table, OfficeOptions.Postgres(server.CreateDatabase(), folder.FullName), count);
        table.Print();
        Console.WriteLine($"The target is {Target} ms for the first page: {(reached ? "reached" : "MISSED")} (median).");
        return reached;
    }

    private static async Task<bool> Measure(Table table, OfficeOptions options, int count)
    {
        await using var office = await BenchOffice.Open(options);
        var tasks = Enumerable.Range(0, count).Select(i => Task(i, office.Clock.GetUtcNow())).ToList();
        var maps = office.Get<RowMaps>();
        if (options.Database is DatabaseKind.Postgres) await SeedPostgres(options, maps.Of(typeof(TaskRow)), tasks);
        else SeedSqlite(options, maps, tasks);

        var specialist = new Actor(DossierLife.Agency, "p7", "Đặng Quốc Bảo", [new Grant(Roles.Specialist)]);
        var many = specialist with { Grants = [.. TaskRoles.Distinct().Select(role => new Grant(role))] };
        var reached = true;
        foreach (var (name, actor, list) in new[] { ("mine", specialist, InboxList.Mine), ("one role", specialist, InboxList.Unit), ("five roles", many, InboxList.Unit) })
        {
            var times = await Times(office, actor, list);
            var held = tasks.Count(t => list is InboxList.Mine ? t.AssigneeId == actor.PersonId : t.AssigneeId is null && actor.RoleCodes.Contains(t.Role));
            reached &= times[times.Count / 2] < Target;
            table.Add(options.Database is DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL", name, held, times[times.Count / 2], times[(int)(times.Count * 0.95)], times[^1]);
        }

        return reached;
    }

    private static async Task<List<double>> Times(BenchOffice office, Actor actor, InboxList list)
    {
        var times = new List<double>();
        for (var i = 0; i < 220; i++)
        {
            await using var scope = office.Enter(actor.AgencyId);
            var inbox = scope.ServiceProvider.GetRequiredService<Inbox>();
            var watch = Stopwatch.StartNew();
            var page = await inbox.Read(actor, list, null, null, PageSize, CancellationToken.None);
            if (i >= 20)
                times.Add(watch.Elapsed.TotalMilliseconds);
            if (page.Tasks.Count != PageSize)
                throw new InvalidOperationException($"Expected a page of {PageSize}, got {page.Tasks.Count}.");
        }

        times.Sort();
        return times;
    }

    private static TaskRow Task(int i, DateTimeOffset now) => new()
    {
        AgencyId = DossierLife.Agency,
        Id = string.Create(CultureInfo.InvariantCulture, $"{RowId.New(now)}-{i % 40 + 9}"),
        InstanceId = RowId.New(now),
        BookmarkId = "appraise-1",
        ActivityId = "appraise",
        ActivityInstanceId = "appraise#1",
        DefinitionId = "1.001612",
        DossierCode = string.Create(CultureInfo.InvariantCulture, $"H29.150-261102-{i:000000}"),
        TitleVi = "Kiểm tra tính hợp lệ, tên hộ kinh doanh, ngành nghề; lấy mã số hộ kinh doanh",
        TitleEn = "Check validity, name and lines of business; obtain the business number",
        Role = TaskRoles[i % TaskRoles.Length],
        DeclaredRole = TaskRoles[i % TaskRoles.Length],
        SeparateFrom = "",
        Clock = "counts",
        // Scattered: tasks are not born in the order in which they fall due.
        DueAt = Instant.ToStored(now.AddMinutes(i * 7919L % 1_000_003)),
        Status = TaskState.Open,
        Version = 1,
        CreatedAt = Instant.ToStored(now),
        AssigneeId = i % 10 == 0 ? string.Create(CultureInfo.InvariantCulture, $"p{i / 10 % 20}") : null,
        AssigneeName = i % 10 == 0 ? "Đặng Quốc Bảo" : null,
        ClaimedAt = i % 10 == 0 ? Instant.ToStored(now) : null,
    };

    private static void SeedSqlite(OfficeOptions options, RowMaps maps, IReadOnlyList<TaskRow> tasks)
    {
        using var connection = new SqliteStepConnection(options.ConnectionString, maps);
        connection.Execute("BEGIN");
        connection.Write([.. tasks.Select(t => new RowWrite(RowOperation.Insert, t))]);
        connection.Execute("COMMIT");
        connection.Execute("ANALYZE");
    }

    private static async Task SeedPostgres(OfficeOptions options, RowMap map, IReadOnlyList<TaskRow> tasks)
    {
        await using var source = NpgsqlDataSource.Create(options.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        var columns = string.Join(", ", map.Columns.Select(c => c.Name));
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {map.Table} ({columns}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var task in tasks)
            {
                await copy.StartRowAsync();
                foreach (var column in map.Columns)
                    await copy.WriteAsync(column.Get(task), column.StoreType);
            }

            await copy.CompleteAsync();
        }

        await using var analyze = new NpgsqlCommand("ANALYZE", connection);
        await analyze.ExecuteNonQueryAsync();
    }
}

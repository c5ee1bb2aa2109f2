using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage.Migrations;

/// <summary>Brings the database to the version of this program.</summary>
public sealed class DatabaseSchema(IDbContextFactory<OfficeDb> databases, OfficeOptions options)
{
    /// <summary>Creates the database if there is none, and applies the migrations it lacks.</summary>
    /// <returns>The migrations applied, in order; empty when the database was up to date.</returns>
    /// <exception cref="RejectedException">The database was written by a newer version of IsoE.</exception>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel)
    {
        Directory.CreateDirectory(options.DataDirectory);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite() || await db.Database.CanConnectAsync(cancel))
            await RefuseNewer(db, cancel);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0)
            return pending;
        await db.Database.MigrateAsync(cancel);
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await Analyze(cancel);
        return pending;
    }

    /// <summary>Tells PostgreSQL how its tables are filled now; without that it takes slow ways until it looks by itself.</summary>
    /// <remarks>To be called after rows have come in bulk. SQLite needs no such help.</remarks>
    public async Task Analyze(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
    }

    /// <summary>Makes sure the database is there and of this version, without changing it.</summary>
    /// <exception cref="RejectedException">There is no database, or it is of another version.</exception>
    public async Task RequireCurrent(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var isThere = await db.Database.CanConnectAsync(cancel);
        if (isThere)
            await RefuseNewer(db, cancel);
        if (!isThere || (await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new RejectedException("database-not-ready", new Text(
                "Chưa có cơ sở dữ liệu, hoặc cơ sở dữ liệu chưa được nâng cấp. Hãy chạy “db migrate” trước.",
                "There is no database, or it has not been upgraded. Run “db migrate” first."));
    }

    private static async Task RefuseNewer(OfficeDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancel)).FirstOrDefault(m => !known.Contains(m));
        if (unknown is null)
            return;
        throw new RejectedException("database-newer", new Text(
            $"Cơ sở dữ liệu này thuộc một phiên bản IsoE mới hơn (có bước nâng cấp “{unknown}”). Hãy dùng phiên bản IsoE mới hơn, hoặc phục hồi từ bản sao lưu trước khi nâng cấp.",
            $"This database belongs to a newer version of IsoE (it has the migration “{unknown}”). Use the newer version, or restore a backup made before the upgrade."));
    }
}

using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage;

/// <summary>Gives waiting work to exactly one of those who ask at the same time.</summary>
internal static class Claims
{
    /// <summary>Attempts after which work is given up and shown to the administrator.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Claims what is due at <paramref name="now"/>, the oldest first, and leases it for five minutes.</summary>
    /// <remarks>If the claimer dies, the work comes back when the lease ends; whoever does it must bear doing it twice.</remarks>
    public static Task<IReadOnlyList<T>> Take<T>(OfficeDb db, DateTimeOffset now, int count, CancellationToken cancel)
        where T : class, IClaimable => Take<T>(db, now, count, null, cancel);

    /// <inheritdoc cref="Take{T}(OfficeDb, DateTimeOffset, int, CancellationToken)"/>
    /// <param name="condition">SQL on the columns that both databases understand, to take only some of the work; null for all.</param>
    public static async Task<IReadOnlyList<T>> Take<T>(
        OfficeDb db, DateTimeOffset now, int count, string? condition, CancellationToken cancel)
        where T : class, IClaimable
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        var skipLocked = db.Database.IsNpgsql() ? "FOR UPDATE SKIP LOCKED" : "";
        var sql = $$"""
            UPDATE {{table}} SET attempts = attempts + 1, next_attempt_at = {0}
            WHERE (agency_id, id) IN (
                SELECT agency_id, id FROM {{table}} WHERE status = 'Pending' AND next_attempt_at <= {1} AND {{condition ?? "1 = 1"}}
                ORDER BY next_attempt_at, id LIMIT {2} {{skipLocked}})
            RETURNING *
            """;
        var rows = await db.Set<T>()
            .FromSqlRaw(sql, Stored(db, now + Lease), Stored(db, now), count)
            .IgnoreQueryFilters()
            .AsNoTracking()
            .ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>When to try again after <paramref name="attempts"/> failures: 2, 4, 8, ... seconds, at most an hour, give or take a fifth.</summary>
    /// <remarks>The fifth keeps what failed together from coming back together.</remarks>
    public static DateTimeOffset NextAttempt(DateTimeOffset now, int attempts) =>
        now + (TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts), LongestPause.TotalSeconds)) * (0.8 + (0.4 * Random.Shared.NextDouble())));

    /// <summary>Raw SQL does not know the model's converters.</summary>
    private static object Stored(OfficeDb db, DateTimeOffset at) =>
        db.Database.IsNpgsql() ? Instant.ToStored(at) : Instant.Format(at);
}

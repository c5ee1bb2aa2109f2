using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Seals;

/// <summary>The entries that an agency has sealed, in their order.</summary>
public sealed class SealLog(IEnumerable<SealedFiles> files)
{
    /// <summary>The kinds of files that are sealed.</summary>
    public IReadOnlyList<SealedFiles> Files { get; } = [.. files];

    /// <summary>Adds what has come since: chains that have gone on, and files that are new.</summary>
    /// <param name="size">Entries the log has so far.</param>
    /// <remarks>One statement, so that all of it is as it was at one moment. To be called in a transaction.</remarks>
    internal Task Extend(OfficeDb db, string agencyId, long size, CancellationToken cancel)
    {
        var hex = db.Database.IsNpgsql() ? "encode(i.head_hash, 'hex')" : "lower(hex(i.head_hash))";
        var sources = Files
            .Select(source => $"""
                SELECT '{source.Kind}' AS kind, f.id AS subject, 0 AS sequence, f.sha256 AS hash FROM {source.Table} f
                WHERE f.agency_id = @agency AND f.sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM seal_leaf l
                    WHERE l.agency_id = f.agency_id AND l.kind = '{source.Kind}' AND l.subject = f.id AND l.hash = f.sha256)
                """)
            .Prepend($"""
                SELECT '{SealLeafRow.Chain}' AS kind, i.instance_id AS subject, i.sequence AS sequence, {hex} AS hash FROM instance i
                WHERE i.agency_id = @agency AND i.sequence > 0 AND NOT EXISTS (SELECT 1 FROM seal_leaf l
                    WHERE l.agency_id = i.agency_id AND l.kind = '{SealLeafRow.Chain}' AND l.subject = i.instance_id AND l.sequence = i.sequence)
                """);
        var sql = $"""
            INSERT INTO seal_leaf (agency_id, place, kind, subject, sequence, hash)
            SELECT @agency, @size + row_number() OVER (ORDER BY n.kind, n.subject) - 1, n.kind, n.subject, n.sequence, n.hash
            FROM ({string.Join(" UNION ALL ", sources)}) n
            """;
        return Execute(db, sql, agencyId, size, cancel);
    }

    /// <summary>The tree over all entries of the agency.</summary>
    public static async Task<MerkleTree> Tree(OfficeDb db, string agencyId, CancellationToken cancel)
    {
        using var leaves = new MemoryStream();
        await foreach (var leaf in Entries(db, agencyId).AsAsyncEnumerable().WithCancellation(cancel))
            leaves.Write(leaf.LeafHash());
        return new MerkleTree(leaves.ToArray());
    }

    internal static IQueryable<SealLeafRow> Entries(OfficeDb db, string agencyId) =>
        db.Set<SealLeafRow>().IgnoreQueryFilters().AsNoTracking().Where(leaf => leaf.AgencyId == agencyId).OrderBy(leaf => leaf.Place);

    // The parameters are named, because SQLite and PostgreSQL number theirs differently.
    private static async Task Execute(OfficeDb db, string sql, string agencyId, long size, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        command.CommandText = sql;
        foreach (var (name, value) in new (string, object)[] { ("agency", agencyId), ("size", size) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancel);
    }
}

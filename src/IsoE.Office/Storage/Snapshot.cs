using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Storage;

/// <summary>Reads everything as it was at one moment while the office goes on writing, so that no check sees half of a step.</summary>
internal static class Snapshot
{
    /// <summary>Begins it; it ends when what is returned is disposed of, before the context is.</summary>
    public static async Task<IAsyncDisposable> Begin(OfficeDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        // Deferred: a reader must not take the place of the one writer.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
    }
}

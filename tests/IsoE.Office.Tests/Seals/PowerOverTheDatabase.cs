using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Seals;

/// <summary>Somebody who can do everything with the database, append-only or not.</summary>
internal static class PowerOverTheDatabase
{
    private static readonly string[] Guarded = ["history", "seal", "seal_leaf", "sealing_key", "sealing_key_revocation"];

    public static async Task Tamper(this TestOffice office, string sql)
    {
        await using var db = office.OpenDb();
        foreach (var table in Guarded)
        {
            string[] unlock = db.Database.IsNpgsql()
                ? [$"ALTER TABLE {table} DISABLE TRIGGER ALL"]
                : [$"DROP TRIGGER IF EXISTS {table}_is_not_updated", $"DROP TRIGGER IF EXISTS {table}_is_not_deleted"];
            foreach (var statement in unlock) await db.Database.ExecuteSqlRawAsync(statement);
        }

        Assert.That(await db.Database.ExecuteSqlRawAsync(sql), Is.Positive, sql);
    }
}

using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Seals;

/// <summary>Somebody who can do everything with the database, append-only or not.</summary>
internal static class PowerOverTheDatabase
{
    public static async Task Tamper(this TestOffice office, string sql)
    {
        await using var db = office.OpenDb();
        var guards = db.Database.IsNpgsql()
            ? "SELECT DISTINCT 'ALTER TABLE ' || event_object_table || ' DISABLE TRIGGER ALL' AS \"Value\" FROM information_schema.triggers WHERE trigger_schema = current_schema()"
            : "SELECT 'DROP TRIGGER ' || name AS Value FROM sqlite_master WHERE type = 'trigger'";
        foreach (var unlock in await db.Database.SqlQueryRaw<string>(guards).ToListAsync()) await db.Database.ExecuteSqlRawAsync(unlock);
        Assert.That(await db.Database.ExecuteSqlRawAsync(sql), Is.Positive, sql);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IsoE.Office.Storage;

/// <summary>Tells a save that came second to somebody else's from one that failed.</summary>
internal static class LostRace
{
    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.</summary>
    private const int PrimaryKey = 1555, Unique = 2067;

    public static bool Explains(DbUpdateException failure) => failure is DbUpdateConcurrencyException || failure.InnerException is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        or SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique };
}

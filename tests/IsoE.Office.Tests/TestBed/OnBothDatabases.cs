using IsoE.Office.Storage;

namespace IsoE.Office.Tests.TestBed;

/// <summary>A fixture whose tests run once on SQLite and once on PostgreSQL.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.Postgres)]
public abstract class OnBothDatabases(DatabaseKind kind)
{
    protected DatabaseKind Kind { get; } = kind;
}

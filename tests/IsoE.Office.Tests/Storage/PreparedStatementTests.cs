using IsoE.Office.Storage;
using Npgsql;

namespace IsoE.Office.Tests.Storage;

public sealed class PreparedStatementTests
{
    [TestCase("Host=db;Database=isoe", 200, true)]
    [TestCase("Host=db;Database=isoe;Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    [TestCase("Host=db;Database=isoe;Max Auto Prepare=50", 50, true)]
    public void Questions_are_planned_once_unless_the_connection_string_says_otherwise(string given, int prepared, bool keepsSession)
    {
        var settings = new NpgsqlConnectionStringBuilder(StorageRegistration.Prepared(given));

        Assert.That((settings.MaxAutoPrepare, settings.NoResetOnClose), Is.EqualTo((prepared, keepsSession)));
        Assert.That((settings.Host, settings.Database), Is.EqualTo(("db", "isoe")));
    }
}

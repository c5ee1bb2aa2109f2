using IsoE.Benchmarks.Bed;

namespace IsoE.Office.Tests.TestBed;

/// <summary>The PostgreSQL server of this test run: started when first needed, gone at the end.</summary>
public static class PostgresCluster
{
    private static readonly Lazy<PostgresServer> Server = new(() => new PostgresServer(isDurable: false));

    /// <summary>Creates a database, a copy of the template if there is one, and returns its connection string.</summary>
    public static string CreateDatabase(string? template = null) => Server.Value.CreateDatabase(template);

    public static void Stop()
    {
        if (Server.IsValueCreated) Server.Value.Dispose();
    }
}

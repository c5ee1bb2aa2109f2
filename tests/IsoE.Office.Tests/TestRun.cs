using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests;

/// <summary>What belongs to the whole run.</summary>
[SetUpFixture]
public sealed class TestRun
{
    [OneTimeTearDown]
    public void Stop()
    {
        PostgresCluster.Stop();
        TestDatabase.Clean();
    }
}

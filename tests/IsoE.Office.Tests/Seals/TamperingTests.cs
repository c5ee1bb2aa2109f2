using IsoE.Benchmarks.Tampering;
using IsoE.Office.Storage;

namespace IsoE.Office.Tests.Seals;

/// <summary>A few of the tamperings that the benchmark does by the thousand.</summary>
public sealed class TamperingTests
{
    [TestCase(DatabaseKind.Sqlite)]
    [TestCase(DatabaseKind.Postgres)]
    public async Task Every_tampering_with_the_database_is_found_and_nothing_untouched_accused(DatabaseKind kind)
    {
        var outcome = await TamperTest.OnDatabase(kind, 80, seed: 5);

        Assert.That((outcome.Missed, outcome.Accused), Is.EqualTo((Array.Empty<string>(), 0)));
        Assert.That(outcome.Kinds, Has.Count.GreaterThan(10), "kinds of tampering");
    }

    [Test]
    public async Task Every_tampering_with_a_pack_is_found_by_the_standalone_verifier()
    {
        var outcome = await TamperTest.OnPacks(80, seed: 5);

        Assert.That((outcome.Missed, outcome.Accused), Is.EqualTo((Array.Empty<string>(), 0)));
        Assert.That(outcome.Kinds, Has.Count.GreaterThan(6), "kinds of tampering");
    }
}

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

    [TestCase(DatabaseKind.Sqlite)]
    [TestCase(DatabaseKind.Postgres)]
    public async Task A_pack_of_a_tampered_database_is_accused_against_a_seal_kept_outside_or_tells_the_truth(DatabaseKind kind)
    {
        var outcome = await TamperTest.OnExports(kind, 33, seed: 3, inTurn: true);

        Assert.That((outcome.Missed, outcome.Accused), Is.EqualTo((Array.Empty<string>(), 0)));
        foreach (var done in new[]
        {
            "a bit of", "rows of", "two rows swapped", "cut off", "a chain written anew", "sealed entries written anew", "a key brought in", "sealed with another key",
            "under a single seal", "sealed with the agency's key",
        })
            Assert.That(outcome.Found, Has.Some.Contains(done));
    }
}

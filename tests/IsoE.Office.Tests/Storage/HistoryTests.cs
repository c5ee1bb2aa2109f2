using System.Data.Common;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Storage;

public sealed class HistoryTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;
    private string _first = null!;
    private string _second = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(Kind, TestFacts.Configure);
        _first = await Take("one", "two", "three");
        _second = await Take("four", "five");
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [TestCase("UPDATE history SET data = '{}'")]
    [TestCase("DELETE FROM history")]
    public async Task The_database_itself_refuses_to_change_the_history(string sql)
    {
        await using var db = _office.OpenDb();

        Assert.That(() => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}")), Throws.InstanceOf<DbException>().With.Message.Contains("append-only"));
    }

    [Test]
    public async Task The_history_cannot_be_emptied_either()
    {
        await using var db = _office.OpenDb();

        // SQLite has no TRUNCATE; its fast way of emptying is the DELETE that the trigger refuses.
        var sql = Kind is DatabaseKind.Postgres ? "TRUNCATE history" : "DELETE FROM history WHERE 1 = 1";

        Assert.That(() => db.Database.ExecuteSqlRawAsync(sql), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task An_untouched_history_is_intact()
    {
        var verified = await Verify();

        Assert.That(verified, Is.EqualTo(new VerifiedHistory(5, 2, null)));
    }

    [TestCase("UPDATE history SET data = '{\"words\":\"TWO\",\"number\":0}' WHERE instance_id = '{0}' AND sequence = 2", 2)]
    [TestCase("UPDATE history SET actor_id = 'binh' WHERE instance_id = '{0}' AND sequence = 3", 3)]
    [TestCase("DELETE FROM history WHERE instance_id = '{0}' AND sequence = 1", 2)]
    [TestCase("DELETE FROM history WHERE instance_id = '{0}' AND sequence = 2", 3)]
    [TestCase("DELETE FROM history WHERE instance_id = '{0}' AND sequence = 3", 2)]
    [TestCase("DELETE FROM history WHERE instance_id = '{0}'", 1)]
    public async Task Whoever_gets_past_the_triggers_is_found_out(string sql, int brokenSequence)
    {
        await Tamper(sql.Replace("{0}", _first));

        var broken = (await Verify()).Broken;

        Assert.That(broken, Is.Not.Null);
        Assert.That((broken!.InstanceId, broken.Sequence), Is.EqualTo((_first, (long)brokenSequence)));
    }

    [Test]
    public async Task A_row_written_by_hand_is_found_out()
    {
        await using var db = _office.OpenDb();
        var last = await db.History.IgnoreQueryFilters().AsNoTracking().SingleAsync(h => h.InstanceId == _second && h.Sequence == 2);
        var forged = new HistoryRow
        {
            AgencyId = last.AgencyId,
            InstanceId = last.InstanceId,
            Sequence = 3,
            Type = last.Type,
            Data = last.Data,
            At = last.At,
            ActorId = last.ActorId,
            PreviousHash = last.Hash,
            Hash = [],
        };
        db.Add(new HistoryRow
        {
            AgencyId = forged.AgencyId,
            InstanceId = forged.InstanceId,
            Sequence = 3,
            Type = forged.Type,
            Data = forged.Data,
            At = forged.At,
            ActorId = forged.ActorId,
            PreviousHash = forged.PreviousHash,
            Hash = HistoryChain.HashOf(forged),
        });
        await db.SaveChangesAsync();

        Assert.That((await Verify()).Broken, Has.Property("InstanceId").EqualTo(_second).And.Property("Sequence").EqualTo(3));
    }

    private Task<VerifiedHistory> Verify() => _office.Get<HistoryVerification>().Run(default);

    private async Task Tamper(string sql)
    {
        await using var db = _office.OpenDb();
        string[] unlock = Kind is DatabaseKind.Postgres
            ? ["ALTER TABLE history DISABLE TRIGGER ALL"]
            : ["DROP TRIGGER history_is_not_updated", "DROP TRIGGER history_is_not_deleted"];
        foreach (var statement in unlock)
            await db.Database.ExecuteSqlRawAsync(statement);
        Assert.That(await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}")), Is.Positive);
    }

    private async Task<string> Take(params string[] notes)
    {
        var id = _office.NewId();
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, id, "c1", "an"),
            step =>
            {
                foreach (var words in notes)
                    step.Record(new NoteTaken(words, 0));
            },
            default);
        return id;
    }
}

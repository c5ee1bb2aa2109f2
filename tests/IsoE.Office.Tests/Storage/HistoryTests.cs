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
    [TestCase("UPDATE history SET data = '{}', data_nonce = NULL, actor_id = 'binh'")]
    [TestCase("UPDATE history SET data = '{\"words\":\"TWO\"}', data_nonce = NULL")]
    [TestCase("UPDATE history SET data_nonce = NULL")]
    [TestCase("UPDATE history SET data = '{}', data_nonce = NULL, data_digest = hash")]
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
    [TestCase("UPDATE history SET data = '{}', data_nonce = NULL WHERE instance_id = '{0}' AND sequence = 2", 2)]
    [TestCase("UPDATE history SET data = '{\"words\":\"TWO\",\"number\":0}', data_nonce = NULL WHERE instance_id = '{0}' AND sequence = 2", 2)]
    [TestCase("UPDATE history SET data_digest = hash WHERE instance_id = '{0}' AND sequence = 2", 2)]
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
    public async Task What_the_law_has_erased_is_gone_and_the_chain_holds()
    {
        await Erase(_first, 1, 3);

        await using var db = _office.OpenDb();
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking().Where(h => h.InstanceId == _first).OrderBy(h => h.Sequence).ToListAsync();
        Assert.That(rows.Select(h => h.IsErased), Is.EqualTo(new[] { true, false, true, false }));
        Assert.That(rows[0].Data, Is.EqualTo("{}"));
        Assert.That(await Verify(), Is.EqualTo(new VerifiedHistory(6, 2, null)));
        var read = await _office.Get<InstanceHistory>().Read(TestOffice.Agency, _first, default);
        Assert.That(read[0].Fact, Is.EqualTo(new ErasedFact(nameof(NoteTaken))));
        Assert.That(((HistoryErased)read[3].Fact).Sequences, Is.EqualTo(new[] { 1L, 3L }));
    }

    [Test]
    public async Task What_tells_of_an_erasure_cannot_be_erased()
    {
        await Erase(_first, 1);
        await Erase(_first, 2, 4);

        Assert.That(await Verify(), Is.EqualTo(new VerifiedHistory(7, 2, null)));
        await using var db = _office.OpenDb();
        Assert.That(
            () => db.Database.ExecuteSqlRawAsync("UPDATE history SET data = '{{}}', data_nonce = NULL WHERE type = 'HistoryErased'"),
            Throws.InstanceOf<DbException>().With.Message.Contains("append-only"));
    }

    [Test]
    public async Task A_row_written_by_hand_is_found_out()
    {
        await using var db = _office.OpenDb();
        var last = await db.History.IgnoreQueryFilters().AsNoTracking().SingleAsync(h => h.InstanceId == _second && h.Sequence == 2);
        db.Add(HistoryChain.Link(last.Hash, last.AgencyId, last.InstanceId, 3, last.Type, last.Data, last.At, last.ActorId, commandId: null));
        await db.SaveChangesAsync();

        Assert.That((await Verify()).Broken, Has.Property("InstanceId").EqualTo(_second).And.Property("Sequence").EqualTo(3));
    }

    private Task<StepResult> Erase(string instanceId, params long[] sequences) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, instanceId, $"erase {sequences[0]}", "an") { Also = [typeof(HistoryRow)] },
        step => step.EraseHistory(sequences, [], "Luật 91/2025/QH15"),
        default);

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

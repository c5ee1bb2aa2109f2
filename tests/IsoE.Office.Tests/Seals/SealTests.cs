using IsoE.Office.Instances;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Seals;

public sealed class SealTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;
    private string _first = null!;
    private string _file = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await SealBed.Start(Kind);
        await using var db = _office.OpenDb();
        var stored = await _office.Get<AttachmentStore>().Store(new MemoryStream("%PDF-1.7 đơn"u8.ToArray()), "don.pdf", default);
        _first = await Take("one", "two", "three");
        db.Add(new AttachmentRow
        {
            AgencyId = TestOffice.Agency,
            Id = "a1",
            InstanceId = _first,
            Name = stored.Name,
            Sha256 = stored.Sha256,
            ContentType = stored.ContentType,
            Size = stored.Size,
            AddedAt = _office.Clock.Now,
            AddedBy = "an",
        });
        await db.SaveChangesAsync();
        _file = stored.Sha256;
        await Take("four", "five");
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_seal_covers_the_heads_of_all_chains_and_the_files()
    {
        var seal = await Seal();

        await using var db = _office.OpenDb();
        var entries = await SealLog.Entries(db, TestOffice.Agency).ToListAsync();
        Assert.That(entries.Select(leaf => leaf.Place), Is.EqualTo(new[] { 0L, 1L, 2L }));
        Assert.That(entries.Select(leaf => (leaf.Kind, leaf.Sequence)), Is.EquivalentTo(new[] { ("attachment", 0L), ("chain", 3L), ("chain", 2L) }));
        Assert.That((seal.Number, seal.Size), Is.EqualTo((1L, 3L)));
        Assert.That(await Verify(), Is.EqualTo(new VerifiedSeals(1, 3, 1, null)).UsingPropertiesComparer());
    }

    [Test]
    public async Task A_seal_is_the_beginning_of_the_next_one()
    {
        var one = await Seal();
        await Add(_first, "more");
        await Take("six");

        var two = await Seal();

        await using var db = _office.OpenDb();
        var tree = await SealLog.Tree(db, TestOffice.Agency, default);
        Assert.That((two.Number, two.Size), Is.EqualTo((2L, 5L)));
        Assert.That(two.Previous, Is.EqualTo(one.Statement.Hash));
        Assert.That(Verifier.Merkle.IsBeginning(one.Size, one.Root, two.Size, two.Root, tree.Consistency(one.Size)), Is.True);
        Assert.That(await Verify(), Is.EqualTo(new VerifiedSeals(2, 5, 1, null)).UsingPropertiesComparer());
    }

    [Test]
    public async Task The_database_refuses_to_change_seals()
    {
        await Seal();
        await using var db = _office.OpenDb();

        foreach (var sql in new[] { "UPDATE seal SET size = 1", "DELETE FROM seal", "UPDATE seal_leaf SET hash = ''", "DELETE FROM seal_leaf", "DELETE FROM sealing_key" })
            Assert.That(() => db.Database.ExecuteSqlRawAsync(sql), Throws.InstanceOf<System.Data.Common.DbException>(), sql);
    }

    [TestCase("DELETE FROM history WHERE instance_id = '{0}' AND sequence = 3", "sealed-row-missing")]
    [TestCase("DELETE FROM history WHERE instance_id = '{0}'", "sealed-row-missing")]
    [TestCase("UPDATE history SET hash = data_digest WHERE instance_id = '{0}' AND sequence = 3", "sealed-row-rewritten")]
    [TestCase("UPDATE seal_leaf SET sequence = 2 WHERE subject = '{0}'", "root-differs")]
    [TestCase("UPDATE seal_leaf SET hash = 'zz' WHERE subject = '{0}'", "root-differs")]
    [TestCase("DELETE FROM seal_leaf WHERE place = 1", "entry-missing")]
    [TestCase("DELETE FROM seal_leaf WHERE place = 2", "entry-missing")]
    [TestCase("INSERT INTO seal_leaf (agency_id, place, kind, subject, sequence, hash) VALUES ('xa-mau', 3, 'chain', 'x', 1, '00')", "entry-added")]
    [TestCase("DELETE FROM attachment", "sealed-file-missing")]
    [TestCase("UPDATE attachment SET sha256 = 'aa'", "sealed-file-replaced")]
    [TestCase("UPDATE seal SET size = 2", "seal-not-signed")]
    [TestCase("UPDATE seal SET previous = root", "seal-not-linked")]
    [TestCase("UPDATE sealing_key SET certificate = (SELECT root FROM seal)", "seal-not-signed")]
    public async Task Whoever_changes_what_was_sealed_is_found_out(string sql, string code)
    {
        await Seal();

        await Tamper(sql.Replace("{0}", _first));

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task A_chain_written_anew_with_right_hashes_is_found_out()
    {
        await Seal();
        await using var db = _office.OpenDb();
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking().Where(row => row.InstanceId == _first).OrderBy(row => row.Sequence).ToListAsync();
        await Tamper($"DELETE FROM history WHERE instance_id = '{_first}'");
        var head = HistoryChain.Origin;
        foreach (var row in rows)
        {
            var forged = HistoryChain.Link(head, row.AgencyId, row.InstanceId, row.Sequence, row.Type, row.Data.Replace("two", "TWO"), row.At, "binh", row.CommandId);
            head = forged.Hash;
            db.Add(forged);
        }

        var instance = await db.Instances.IgnoreQueryFilters().SingleAsync(row => row.InstanceId == _first);
        instance.HeadHash = head;
        await db.SaveChangesAsync();

        Assert.That((await _office.Get<HistoryVerification>().Run(default)).Broken, Is.Null, "the chain alone cannot tell");
        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("sealed-row-rewritten"));
    }

    [Test]
    public async Task Seals_made_anew_do_not_stand_before_one_that_was_kept_outside()
    {
        var outside = await Outside(await Seal());
        await Add(_first, "more");
        await Seal();
        Assert.That((await Verify(outside)).Finding, Is.Null);

        await Tamper("DELETE FROM seal");
        await Tamper("DELETE FROM seal_leaf");
        await Tamper($"DELETE FROM history WHERE instance_id = '{_first}' AND sequence > 2");
        await Tamper($"UPDATE instance SET sequence = 2, head_hash = (SELECT hash FROM history WHERE instance_id = '{_first}' AND sequence = 2) WHERE instance_id = '{_first}'");
        await Seal();

        Assert.That((await Verify()).Finding, Is.Null, "with the agency's own key everything can be made anew");
        Assert.That((await Verify(outside)).Finding?.Code, Is.EqualTo("seal-rewritten"));
    }

    [Test]
    public async Task Cutting_off_the_latest_seal_with_all_that_followed_the_one_before_is_found_by_the_seal_outside()
    {
        await Seal();
        var id = await Take("six");
        var outside = await Outside(await Seal());

        await Tamper($"DELETE FROM history WHERE instance_id = '{id}'");
        await Tamper($"DELETE FROM instance WHERE instance_id = '{id}'");
        await Tamper("DELETE FROM seal_leaf WHERE place > 2");
        await Tamper("DELETE FROM seal WHERE number = 2");

        Assert.That((await Verify()).Finding, Is.Null);
        Assert.That((await Verify(outside)).Finding?.Code, Is.EqualTo("seal-missing"));
    }

    [Test]
    public async Task A_file_whose_bytes_changed_is_found_out()
    {
        await Seal();
        await File.WriteAllTextAsync(_office.Get<AttachmentStore>().PathOf(_file), "%PDF-1.7 đơn khác");

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("file-changed"));
        File.Delete(_office.Get<AttachmentStore>().PathOf(_file));
        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("file-changed"));
    }

    [Test]
    public async Task What_the_law_had_destroyed_accuses_nobody()
    {
        await Seal();

        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, _first, "destroy", "an") { Also = [typeof(HistoryRow)] },
            step => step.EraseHistory(null, [_file], "Quyết định tiêu hủy 01/QĐ"),
            default);
        await Tamper("DELETE FROM attachment");
        File.Delete(_office.Get<AttachmentStore>().PathOf(_file));

        Assert.That((await _office.Get<HistoryVerification>().Run(default)).Broken, Is.Null);
        Assert.That((await Verify()).Finding, Is.Null);
    }

    [Test]
    public async Task A_clock_that_was_set_back_is_named()
    {
        var outside = await Outside(await Seal());
        _office.Clock.Now -= TimeSpan.FromDays(2);

        Assert.That(async () => await Seal(tick: false), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("clock-back"));
        Assert.That((await Verify(outside)).Finding?.Code, Is.EqualTo("clock-back"));
        await Add(_first, "backdated");
        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("row-backdated"));
    }

    [Test]
    public async Task A_seal_of_another_agency_or_one_that_was_changed_is_named()
    {
        var outside = await Outside(await Seal());

        Assert.That(
            async () => await Verify(outside with { Agency = "H29.1" }), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("other-agency"));
        Assert.That((await Verify(outside with { Size = 2 })).Finding?.Code, Is.EqualTo("outside-not-signed"));
        Assert.That((await Verify(outside with { Signature = "AAAA" })).Finding?.Code, Is.EqualTo("outside-not-signed"));
        foreach (var file in new[] { "", "[]", "{}", "null", "{\"format\":\"isoe-seal-1\"}", OfficeJson.Write(outside with { Root = "xyz" }), OfficeJson.Write(outside with { At = "hôm qua" }) })
            Assert.That(() => SealFile.Read(file), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("not-a-seal"), file);
        Assert.That(SealFile.Read(OfficeJson.Write(outside)), Is.EqualTo(outside));
    }

    [Test]
    public async Task One_seal_a_day_is_made_by_itself()
    {
        var seal = _office.Get<SealDaily>();

        Assert.That(await seal.Run(default), Is.EqualTo(1));
        Assert.That(await seal.Run(default), Is.Zero);
        _office.Clock.Now += TimeSpan.FromDays(1);
        Assert.That(await seal.Run(default), Is.EqualTo(1));
    }

    private Task<SealRow> Seal(bool tick = true) => _office.Seal(tick);

    private Task<VerifiedSeals> Verify(SealFile? outside = null) => _office.Get<VerifySeals>().Run(TestOffice.Agency, outside, files: true, default);

    private async Task<SealFile> Outside(SealRow seal)
    {
        await using var db = _office.OpenDb();
        return SealFile.Of(seal, (await db.Set<SealingKeyRow>().IgnoreQueryFilters().SingleAsync(key => key.Id == seal.KeyId)).Certificate, "Xã Mẫu");
    }

    private Task Tamper(string sql) => _office.Tamper(sql);

    private async Task<string> Take(params string[] notes)
    {
        var id = _office.NewId();
        await Add(id, notes);
        return id;
    }

    private Task<StepResult> Add(string id, params string[] notes) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, id, _office.NewId(), "an"),
        step =>
        {
            foreach (var words in notes)
                step.Record(new NoteTaken(words, 0));
        },
        default);
}

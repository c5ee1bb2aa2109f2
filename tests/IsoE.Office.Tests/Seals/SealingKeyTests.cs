using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Seals;

/// <summary>How one sealing key takes the place of another, and what a check says of keys that nobody vouches for.</summary>
public sealed class SealingKeyTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly Actor Qmr = new(TestOffice.Agency, "qmr", "Ngô Thị Hoa", [new Grant(Roles.Qmr)]);

    private TestOffice _office = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await SealBed.Start(Kind);
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, _office.NewId(), _office.NewId(), "an"), step => step.Record(new NoteTaken("one", 0)), default);
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_new_key_seals_at_once_and_the_one_before_vouches_for_it()
    {
        await Seal();

        var renewed = await Renew();

        var keys = await Keys();
        Assert.That(keys.Select(key => key.Id), Is.EqualTo(new[] { keys[0].Id, renewed.Id }));
        Assert.That(keys[0].Signed(keys[1].Certificate, keys[1].Endorsement!), Is.True);
        Assert.That((await Seals())[^1].KeyId, Is.EqualTo(renewed.Id));
        Assert.That((await Verify()).Finding, Is.Null);
        Assert.That(await _office.Get<HistoryVerification>().Run(default), Has.Property("Broken").Null);
    }

    [Test]
    public async Task The_published_fingerprint_of_any_key_leads_to_the_latest_seal_and_another_one_does_not()
    {
        await Seal();
        var first = (await Keys())[0].Id;
        var second = (await Renew()).Id;
        var third = (await Renew()).Id;

        foreach (var published in new[] { first, second, third.ToUpperInvariant(), string.Join(':', first.Chunk(2).Select(pair => new string(pair))) })
            Assert.That((await Verify(published)).Finding, Is.Null, published);
        Assert.That((await Verify(new string('0', 64))).Finding?.Code, Is.EqualTo("key-not-published"));
        Assert.That(async () => await Verify("abc"), Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo("not-a-fingerprint"));
    }

    [TestCase("UPDATE sealing_key SET endorsement = NULL WHERE endorsement IS NOT NULL", "key-not-endorsed")]
    [TestCase("UPDATE sealing_key SET endorsement = certificate WHERE endorsement IS NOT NULL", "key-not-endorsed")]
    [TestCase("UPDATE sealing_key SET endorsement = (SELECT signature FROM seal WHERE number = 1) WHERE endorsement IS NOT NULL", "key-not-endorsed")]
    [TestCase("UPDATE sealing_key SET predecessor_id = NULL WHERE predecessor_id IS NOT NULL", "key-not-endorsed")]
    [TestCase("UPDATE sealing_key SET predecessor_id = id WHERE predecessor_id IS NOT NULL", "key-not-endorsed")]
    [TestCase("UPDATE sealing_key SET predecessor_id = (SELECT id FROM sealing_key WHERE endorsement IS NOT NULL) WHERE endorsement IS NULL", "key-not-endorsed")]
    [TestCase("DELETE FROM sealing_key WHERE predecessor_id IS NULL", "seal-not-signed")]
    public async Task A_broken_endorsement_is_found(string sql, string code)
    {
        await Seal();
        await Renew();

        await Tamper(sql);

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task A_seal_by_a_key_that_nobody_vouched_for_is_found_unless_its_fingerprint_was_published()
    {
        await Seal();
        Directory.Delete(KeyFolder, recursive: true);
        Assert.That((await Warning())?.En, Does.Contain("not on this server"));

        await Seal();

        var found = (await Verify()).Finding;
        var lost = (await Keys())[1].Id;
        Assert.That((found?.Code, found?.Reason.En.Contains(lost)), Is.EqualTo(("key-not-endorsed", true)));
        Assert.That((await Verify(lost)).Finding, Is.Null);
        Assert.That((await Verify((await Keys())[0].Id)).Finding?.Code, Is.EqualTo("key-not-endorsed"));
    }

    [Test]
    public async Task A_key_brought_in_from_outside_is_found_although_the_seal_by_it_is_right()
    {
        await Seal();
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = KeyOf(own, (await Keys())[0].Id);
        await using (var db = _office.OpenDb())
        {
            db.Add(forged);
            await db.SaveChangesAsync();
        }

        var last = (await Seals())[^1];
        await Forge(last.Statement with { Number = 2, At = last.At.AddMinutes(1), Previous = last.Statement.Hash, KeyId = forged.Id }, own);

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("key-not-endorsed"));
    }

    [Test]
    public async Task A_replaced_key_seals_nothing_any_more()
    {
        await Seal();
        await Renew();
        var (first, last) = ((await Keys())[0], (await Seals())[^1]);
        using var old = ECDsa.Create();
        old.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(KeyFolder, $"{first.Id}.pem")));
        var statement = last.Statement with { Number = 3, At = last.At.AddMinutes(1), Previous = last.Statement.Hash, KeyId = first.Id };
        await Forge(statement, old);

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("seal-by-replaced-key"));
    }

    [Test]
    public async Task A_disclosed_key_is_named_with_its_date_and_the_new_seal_covers_what_it_sealed()
    {
        await Seal();
        var first = (await Keys())[0].Id;
        var today = VietnamTime.DateOf(_office.Clock.Now);

        var renewed = await Renew(new KeyRenewal(today, "Máy chủ bị xâm nhập"));

        var verified = await Verify();
        Assert.That(verified.Finding, Is.Null);
        Assert.That(verified.Notes.Single().En, Does.Contain(first).And.Contain("the seals 1 to 1").And.Contain($"{today:dd/MM/yyyy}"));
        Assert.That((await Verify(renewed.Id)).Finding, Is.Null);
        var old = (await Verify(first)).Finding;
        Assert.That((old?.Code, old?.Reason.Vi.Contains("Máy chủ bị xâm nhập")), Is.EqualTo(("published-key-revoked", true)));
        var line = (await _office.OpenDb().History.IgnoreQueryFilters().SingleAsync(row => row.Type == "SealingKeyRevocationAdded")).Data;
        Assert.That(line, Does.Contain(first).And.Contain("Máy chủ bị xâm nhập"));
    }

    [Test]
    public async Task Before_a_new_key_has_sealed_the_seal_by_a_disclosed_one_does_not_stand()
    {
        await Seal();
        await Renew(new KeyRenewal(VietnamTime.DateOf(_office.Clock.Now), "Mất máy"));

        await Tamper("DELETE FROM seal WHERE number = 2");
        await Tamper("DELETE FROM seal_leaf WHERE place >= (SELECT size FROM seal WHERE number = 1)");

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("seal-by-revoked-key"));
    }

    [Test]
    public async Task A_seal_forged_with_a_disclosed_key_accuses_nobody_of_rewriting()
    {
        var seal = await Seal();
        var first = (await Keys())[0];
        using var stolen = ECDsa.Create();
        stolen.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(KeyFolder, $"{first.Id}.pem")));
        await Renew(new KeyRenewal(VietnamTime.DateOf(_office.Clock.Now), "Mất máy"));
        var other = seal.Statement with { Root = new byte[32] };
        var forged = SealFile.Of(seal, first.Certificate, "Xã Mẫu") with
        {
            Root = new string('0', 64),
            Signature = Convert.ToBase64String(stolen.SignData(other.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
        };

        Assert.That((await Verify(outside: forged)).Finding?.Code, Is.EqualTo("outside-key-revoked"));
        Assert.That((await Verify(outside: SealFile.Of(seal, first.Certificate, "Xã Mẫu"))).Finding, Is.Null);
    }

    [TestCase("DELETE FROM sealing_key_revocation")]
    [TestCase("UPDATE sealing_key_revocation SET since_on = '2020-01-01'")]
    [TestCase("UPDATE sealing_key_revocation SET reason = 'x'")]
    [TestCase("UPDATE sealing_key_revocation SET key_id = 'x'")]
    public async Task What_was_said_of_a_disclosed_key_cannot_be_taken_back_unseen(string sql)
    {
        await Seal();
        await Renew(new KeyRenewal(VietnamTime.DateOf(_office.Clock.Now), "Mất máy"));

        await Tamper(sql);

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("revocations-changed"));
    }

    [Test]
    public async Task A_key_near_its_end_is_warned_of_and_replaced_by_itself_on_the_last_day()
    {
        await Seal();
        var end = (await Keys())[0].Validity.To;
        Assert.That(await Warning(), Is.Null);
        _office.Clock.Now = end - SealingKeys.Notice;
        Assert.That((await Warning())?.En, Does.Contain("expires on"));
        await Seal();
        Assert.That((await Keys()).Count, Is.EqualTo(1));

        _office.Clock.Now = end - TimeSpan.FromHours(1);
        await Seal();

        Assert.That((await Keys()).Count, Is.EqualTo(2));
        Assert.That(await Warning(), Is.Null);
        Assert.That((await Verify()).Finding, Is.Null);
    }

    [Test]
    public async Task A_seal_made_after_the_end_of_its_certificate_is_found()
    {
        await Seal();
        var key = (await Keys())[0];
        using var own = ECDsa.Create();
        own.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(KeyFolder, $"{key.Id}.pem")));
        var last = (await Seals())[^1];
        var statement = last.Statement with { Number = 2, At = key.Validity.To.AddDays(1), Previous = last.Statement.Hash };
        await Forge(statement, own);

        Assert.That((await Verify()).Finding?.Code, Is.EqualTo("seal-key-expired"));
    }

    [Test]
    public async Task Who_may_not_renew_or_says_too_little_changes_nothing()
    {
        Assert.That(async () => await Renew(), Refused("no-sealing-key"));
        await Seal();
        var today = VietnamTime.DateOf(_office.Clock.Now);

        Assert.That(async () => await Renew(by: Qmr with { Grants = [new Grant(Roles.InternalAuditor)] }), Refused("not-allowed"));
        Assert.That(async () => await Renew(new KeyRenewal(today, " ")), Refused("reason-missing"));
        Assert.That(async () => await Renew(new KeyRenewal(today.AddDays(1), "Mất máy")), Refused("since-in-future"));
        Assert.That(await Keys(), Has.Count.EqualTo(1));
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string code) => Throws.InstanceOf<RejectedException>().With.Property("Code").EqualTo(code);

    private static SealingKeyRow KeyOf(ECDsa key, string predecessor)
    {
        using var certificate = new CertificateRequest("CN=Khác", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return new SealingKeyRow
        {
            AgencyId = TestOffice.Agency,
            Id = SealingKeyRow.IdOf(certificate.RawData),
            Certificate = certificate.RawData,
            CreatedAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            PredecessorId = predecessor,
            Endorsement = key.SignData(certificate.RawData, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        };
    }

    private string KeyFolder => Path.Combine(_office.Options.DataDirectory, "sealing-keys", TestOffice.Agency);

    private Task<SealRow> Seal() => _office.Seal();

    private async Task<SealingKeyRow> Renew(KeyRenewal? renewal = null, Actor? by = null)
    {
        _office.Clock.Now += TimeSpan.FromMinutes(1);
        using var scope = _office.Enter();
        return await scope.ServiceProvider.GetRequiredService<RenewSealingKey>().Run(by ?? Qmr, renewal ?? new KeyRenewal(null, null), default);
    }

    private async Task<Text?> Warning()
    {
        using var scope = _office.Enter();
        return await scope.ServiceProvider.GetRequiredService<ReadSeals>().Warning(TestOffice.Agency, default);
    }

    private Task<VerifiedSeals> Verify(string? published = null, SealFile? outside = null) =>
        _office.Get<VerifySeals>().Run(TestOffice.Agency, outside, files: true, default, published);

    private async Task<List<SealingKeyRow>> Keys()
    {
        await using var db = _office.OpenDb();
        return await db.Set<SealingKeyRow>().IgnoreQueryFilters().AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync();
    }

    private async Task<List<SealRow>> Seals()
    {
        await using var db = _office.OpenDb();
        return await db.Set<SealRow>().IgnoreQueryFilters().AsNoTracking().OrderBy(seal => seal.Number).ToListAsync();
    }

    private Task Tamper(string sql) => _office.Tamper(sql);

    /// <summary>A seal that says anything, signed with any key.</summary>
    private async Task Forge(SealStatement statement, ECDsa key)
    {
        await using var db = _office.OpenDb();
        db.Add(new SealRow
        {
            AgencyId = statement.AgencyId,
            Number = statement.Number,
            At = statement.At,
            Size = statement.Size,
            Root = statement.Root,
            Previous = statement.Previous,
            KeyId = statement.KeyId,
            Signature = key.SignData(statement.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            SealedBy = statement.SealedBy,
        });
        await db.SaveChangesAsync();
    }
}

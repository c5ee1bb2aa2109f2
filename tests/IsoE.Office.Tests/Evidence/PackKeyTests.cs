using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Seals;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Seals;
using IsoE.Verifier;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Evidence;

/// <summary>What the standalone verifier says of packs of an agency whose sealing key was replaced.</summary>
public sealed class PackKeyTests
{
    private DossierBed _bed = null!;
    private string _dossier = null!;
    private byte[] _early = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        _dossier = (await _bed.Receive()).InstanceId;
        _early = await _bed.Seal();
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_key_that_the_published_one_vouches_for_stands_and_a_broken_endorsement_does_not()
    {
        var first = (await Keys())[0];
        var second = await Renew(new KeyRenewal(null, null));
        var pack = await Export();
        await _bed.Office.Tamper($"UPDATE sealing_key SET endorsement = (SELECT signature FROM seal WHERE number = 1) WHERE id = '{second}'");
        var broken = await Export();

        foreach (var published in new[] { null, first, second }) Assert.That(Pack.Check(pack, _early, published).Wrong, Is.Empty);
        Assert.That(En(Pack.Check(pack, fingerprint: new string('0', 64))), Does.Contain("not signed with the published key"));
        Assert.That(En(Pack.Check(broken, _early)), Does.Contain($"no earlier key vouches for the sealing key {second}"));
        Assert.That(En(Pack.Check(broken, _early, first)), Does.Contain("not signed with the published key"));
        Assert.That(Pack.Check(broken, _early, second).Wrong, Is.Empty, "whose fingerprint was published needs nobody");
    }

    [Test]
    public async Task A_disclosed_key_is_named_with_its_date_and_vouches_for_nobody()
    {
        var first = (await Keys())[0];
        var second = await Renew(new KeyRenewal(VietnamTime.DateOf(_bed.Clock.Now), "Máy chủ bị xâm nhập"));

        var pack = await Export();

        var findings = Pack.Check(pack, _early, second);
        Assert.That(findings.Wrong, Is.Empty);
        Assert.That(findings.Notes.Select(note => note.En), Has.Some.Contains($"named the key {first} as disclosed since 20").And.Some.Contains("Máy chủ bị xâm nhập"));
        Assert.That(En(Pack.Check(pack, _early, first)), Does.Contain("ask it for the fingerprint of the new key"));
    }

    [Test]
    public async Task A_seal_by_a_disclosed_key_that_no_new_key_has_covered_does_not_stand()
    {
        var first = (await Keys())[0];
        await using (var db = _bed.Office.OpenDb())
        {
            db.Add(new SealingKeyRevocationRow
            {
                AgencyId = DossierBed.Ward,
                KeyId = first,
                SinceOn = VietnamTime.DateOf(_bed.Clock.Now),
                Reason = "Mất máy",
                SaidAt = _bed.Clock.Now,
                SaidBy = "an",
            });
            await db.SaveChangesAsync();
        }

        Assert.That(En(Pack.Check(await Export())), Does.Contain("signed with a key disclosed since"));
    }

    private static string En(Findings findings) => string.Join('\n', findings.Wrong.Select(wrong => wrong.En));

    private async Task<string> Renew(KeyRenewal renewal)
    {
        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        var actor = new Actor(DossierBed.Ward, "qmr", "Ngô Thị Hoa", [new Grant(Roles.Qmr)]);
        return (await _bed.Run<RenewSealingKey, SealingKeyRow>(renew => renew.Run(actor, renewal, default))).Id;
    }

    private Task<byte[]> Export() => _bed.Export([_dossier]);

    private async Task<List<string>> Keys()
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<SealingKeyRow>().IgnoreQueryFilters().OrderBy(key => key.CreatedAt).Select(key => key.Id).ToListAsync();
    }
}

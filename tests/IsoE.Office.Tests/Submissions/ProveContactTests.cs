using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Submissions;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Submissions;

/// <summary>Proving a telephone or an e-mail by a one-time code.</summary>
public sealed class ProveContactTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task The_code_that_was_sent_proves_the_number_once()
    {
        var id = await Ask("+84 912 345 678");
        var code = await Sent(id);
        await using (var db = _bed.Office.OpenDb())
            Assert.That((await db.Set<ContactProofRow>().IgnoreQueryFilters().SingleAsync()).CodeHash, Does.Not.Contain(code));

        Assert.That(await Check(id, code), Is.EqualTo("0912345678"));
        Assert.That(await Refusal(() => Check(id, code)), Is.EqualTo("code-over"));
    }

    [Test]
    public async Task Five_wrong_tries_end_it_and_so_do_ten_minutes()
    {
        var id = await Ask("0912345678");
        var code = await Sent(id);
        var wrong = code == "000000" ? "111111" : "000000";
        for (var tried = 0; tried < 5; tried++) Assert.That(await Refusal(() => Check(id, wrong)), Is.EqualTo("code-wrong"));
        Assert.That(await Refusal(() => Check(id, code)), Is.EqualTo("code-over"));

        var late = await Ask("nguoi.nop@example.vn");
        _bed.Clock.Now += ProveContact.Validity;
        Assert.That(await Refusal(() => Check(late, "123456")), Is.EqualTo("code-over"));
    }

    [Test]
    public async Task A_number_is_not_flooded_with_codes_and_an_address_does_not_ask_for_everybody()
    {
        for (var asked = 0; asked < 4; asked++) await Ask("0912345678");
        Assert.That(await Refusal(() => Ask("0912345678")), Is.EqualTo("code-limit"));
        for (var asked = 4; asked < 30; asked++) await Ask($"09800000{asked:00}");
        Assert.That(await Refusal(() => Ask("0980000099")), Is.EqualTo("code-limit"));
        _bed.Clock.Now += TimeSpan.FromMinutes(31);
        Assert.That(await Ask("0912345678"), Is.Not.Empty);
    }

    [TestCase("12345")]
    [TestCase("khong phai so")]
    [TestCase("")]
    public async Task What_is_neither_number_nor_address_is_refused(string typed) =>
        Assert.That(await Refusal(() => Ask(typed)), Is.EqualTo("address-invalid"));

    private Task<string> Ask(string typed) => _bed.Run<ProveContact, string>(prove => prove.Ask(DossierBed.Ward, typed, "10.0.0.1", default));

    private Task<string> Check(string id, string code) => _bed.Run<ProveContact, string>(prove => prove.Check(id, code, default));

    private async Task<string> Sent(string id)
    {
        await _bed.Office.Get<OutboxDispatcher>().DeliverPending(default);
        var text = await File.ReadAllTextAsync(Path.Combine(_bed.Office.Options.DataDirectory, "outgoing", $"{id}.sms"));
        return System.Text.RegularExpressions.Regex.Match(text.Split('\n', 2)[1], @"\b\d{6}\b").Value;
    }

    private static async Task<string?> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(() => act()))?.Code;
}

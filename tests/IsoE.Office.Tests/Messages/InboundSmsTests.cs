using IsoE.Office.Dossiers;
using IsoE.Office.Messages;
using IsoE.Office.Messages.Inbound;
using IsoE.Office.Messages.OptOut;
using IsoE.Office.Messages.Templates;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Messages;

/// <summary>The SMS robot: what people type in any way they like, and what they may be told.</summary>
public sealed class InboundSmsTests
{
    private const string Own = "0912345678";
    private const string Stranger = "0987654321";
    private const string Unknown = "Khong tim thay ma ho so. Soan: HS <ma>";

    private DossierBed _bed = null!;
    private string _id = "";
    private int _sms;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        await using var db = _bed.Office.OpenDb();
        await db.Set<Agency>().ExecuteUpdateAsync(row => row.SetProperty(agency => agency.Phone, "02838291500"));
        _id = (await _bed.Receive()).InstanceId;
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [TestCase("HS H29.150-261102-0001")]
    [TestCase("hs h29.150-261102-0001")]
    [TestCase("  Hồ sơ:  H29.150 – 261102 – 0001. ")]
    [TestCase("hs H291502611020001")]
    [TestCase("H29 150 261102 0001")]
    [TestCase("Mã hồ sơ H29.150/261102/0001")]
    public async Task It_understands_a_code_however_it_is_typed(string text) =>
        Assert.That(await Ask(text), Is.EqualTo("HS H29.150-261102-0001: Da tiep nhan. Hen tra 17h00 05/11/2026. Chi tiet: 02838291500"));

    [TestCase("HS H29.150-261102-0002")]
    [TestCase("HS H29.150-269902-0001")]
    [TestCase("HS")]
    [TestCase("xin chào 漢字")]
    [TestCase("'; DROP TABLE dossier; --")]
    public async Task What_is_not_there_or_not_understood_gets_the_same_answer(string text) => Assert.That(await Ask(text), Is.EqualTo(Unknown));

    [Test]
    public async Task What_is_confidential_is_as_if_it_were_not_there()
    {
        var denunciation = await _bed.Receive(form => Dossiers.Samples.Denunciation(form.DossierId));

        Assert.That(await Ask($"HS {denunciation.Code}", Own), Is.EqualTo(Unknown));
    }

    [Test]
    public async Task What_is_to_be_supplemented_is_told_to_the_telephone_of_the_dossier_only()
    {
        await _bed.Complete(_id, "appraise", "specialist", "NeedsSupplement", Dossiers.Samples.Supplement);

        var (own, stranger) = (await Ask("HS H29.150-261102-0001", Own), await Ask("HS H29.150-261102-0001"));

        Assert.That(own, Does.StartWith("HS H29.150-261102-0001: Can bo sung: (1) Hop dong thue nha (2) Ban sao can cuoc.").And.EndsWith("LH 02838291500"));
        Assert.That(stranger, Does.StartWith("HS H29.150-261102-0001: Can bo sung.").And.Not.Contain("Hop dong"));
        Assert.That(SmsText.Length(own!), Is.LessThanOrEqualTo(SmsText.Longest));
    }

    [Test]
    public async Task An_apology_names_the_new_date_and_its_reason_to_the_own_telephone()
    {
        var leader = await _bed.As("leader");
        await _bed.Run<ExtendDossier>(extend => extend.Run(
            leader, _id, new DateTimeOffset(2026, 11, 9, 10, 0, 0, TimeSpan.Zero), "Chờ xác minh tại chỗ", _bed.NewCommand(), default));

        Assert.That(await Ask("HS H29.150-261102-0001", Own), Does.Contain("Xin loi Ong/Ba, hen lai 17h00 09/11/2026. Ly do: Cho xac minh tai cho."));
        Assert.That(await Ask("HS H29.150-261102-0001"), Does.Not.Contain("Ly do"));
    }

    [Test]
    public async Task The_word_for_it_ends_messages_and_another_begins_them_again()
    {
        Assert.That(await Ask("Hủy", "+84912345678"), Does.StartWith("Da ngung gui tin"));
        Assert.That(await Since(), Is.Not.Null);

        await Ask("NHAN", Own);

        Assert.That(await Since(), Is.Null);
    }

    [Test]
    public async Task Told_again_it_is_answered_the_same_and_does_nothing_more()
    {
        var first = await Run("sms-1", Own, "HUY");
        await Run("sms-2", Own, "NHAN");

        Assert.That(await Run("sms-1", Own, "HUY"), Is.EqualTo(first));
        Assert.That(await Since(), Is.Null);
    }

    [Test]
    public async Task A_flood_is_answered_ten_times_then_told_once_then_not_at_all_and_others_are_not_hindered()
    {
        var replies = new List<string?>();
        for (var i = 0; i < 40; i++) replies.Add(await Ask("HD"));

        Assert.That(replies.Take(10), Is.All.StartsWith("Soan HS"));
        Assert.That(replies[10], Does.StartWith("Ban da gui qua nhieu tin"));
        Assert.That(replies.Skip(11), Is.All.Null);
        Assert.That(await Ask("HD", Own), Does.StartWith("Soan HS"));
        await Ask("HUY");
        Assert.That(await Since(Stranger), Is.Not.Null, "a wish is obeyed though it is not answered");
        _bed.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.That(await Ask("HD"), Does.StartWith("Soan HS"));
    }

    [Test]
    public async Task A_robot_is_not_answered() => Assert.That(await Ask("HD", "VIETTEL"), Is.Null);

    private Task<string?> Ask(string text, string from = Stranger) => Run($"sms-{++_sms:000}-{from}", from, text);

    private async Task<string?> Run(string id, string from, string text)
    {
        using var scope = _bed.Office.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AnswerSms>().Run(new InboundSms(id, from, text), default);
    }

    private Task<DateTimeOffset?> Since(string phone = Own) =>
        _bed.Run<OptOuts, DateTimeOffset?>(optOuts => optOuts.Since(MessageChannel.Sms, phone, default));
}

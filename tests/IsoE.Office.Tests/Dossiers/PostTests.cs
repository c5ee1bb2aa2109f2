using IsoE.Office.Dossiers;
using IsoE.Office.Dossiers.Post;
using IsoE.Office.Instances;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Queue;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>Results sent by post, and results nobody has collected.</summary>
public sealed class PostTests
{
    private DossierBed _bed = null!;
    private Actor _officer = null!;
    private string _id = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(DatabaseKind.Sqlite);
        _officer = await _bed.As("return");
        _id = await Settled();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_consignment_goes_forward_only_and_the_citizen_sees_where_it_is()
    {
        await Order();
        var twice = await QueueBed.Refused(() => Order());
        var tooFar = await QueueBed.Refused(() => Move(PostState.Delivered, "RG123456789VN"));
        var nameless = await QueueBed.Refused(() => Move(PostState.PickedUp, null));
        await Move(PostState.PickedUp, "rg123456789vn");
        await Move(PostState.SentBack, null);
        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        await Order();

        Assert.That((twice.Code, tooFar.Code, nameless.Code), Is.EqualTo(("post-underway", "post-order", "post-tracking")));
        Assert.That(tooFar.Reason.Vi, Does.Contain("Bưu tá đã lấy"));
        Assert.That((await Track()).Post?.Vi, Is.EqualTo("Đã đặt, chờ bưu tá lấy"), "The consignment sent back is over.");
        Assert.That((await _bed.Facts(_id)).OfType<PostMoved>().Select(e => (e.State, e.TrackingNumber)), Is.EqualTo(new[]
        {
            (PostState.PickedUp, "RG123456789VN"), (PostState.SentBack, null),
        }));
    }

    [TestCase("", "0903123456", "12 Lê Lợi", "post-receiver")]
    [TestCase("Lê Văn Nhận", "123", "12 Lê Lợi", "post-phone")]
    [TestCase("Lê Văn Nhận", "0903123456", " ", "post-address")]
    public async Task An_order_says_to_whom_and_where(string receiver, string phone, string address, string code) =>
        Assert.That((await QueueBed.Refused(() => Order(receiver, phone, address))).Code, Is.EqualTo(code));

    [Test]
    public async Task A_result_is_sent_only_when_there_is_one()
    {
        var open = await _bed.Receive();
        Assert.That((await QueueBed.Refused(() => Order(id: open.InstanceId))).Code, Is.EqualTo("not-in-this-status"));
    }

    [Test]
    public async Task A_result_not_collected_is_listed_and_reminded_of_once_for_each_day()
    {
        var id = await Settled();
        foreach (var days in new[] { 2, 1, 0, 60 })
        {
            _bed.Clock.Advance(TimeSpan.FromDays(days));
            await _bed.Office.Get<RemindCollection>().Run(default);
        }

        Assert.That((await _bed.Facts(id)).OfType<CollectionReminded>().Select(e => e.Day), Is.EqualTo(new[] { 3, 30 }));
        await using var db = _bed.Office.OpenDb();
        Assert.That(await db.Set<MessageRow>().IgnoreQueryFilters().CountAsync(row => row.InstanceId == id && row.Kind == MessageKinds.Uncollected && row.Channel == MessageChannel.Sms), Is.EqualTo(2));
        var lines = await _bed.Run<ListUncollected, IReadOnlyList<UncollectedLine>>(list => list.Run(_officer, default));
        Assert.That(lines.Select(line => line.DossierId), Does.Contain(id));
    }

    [TestCase("3, x", "reminder-days")]
    [TestCase("0", "reminder-days")]
    public async Task Days_of_reminders_are_numbers(string days, string code)
    {
        var head = await _bed.As("onestop");
        Assert.That((await QueueBed.Refused(() => _bed.Run<SetCollectionRules>(rules => rules.Run(head, days, default)))).Code, Is.EqualTo(code));
    }

    private async Task<string> Settled()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "clerk", "Issued", Samples.Issuing);
        return id;
    }

    private async Task<PublicDossier> Track()
    {
        var row = await _bed.Dossier(_id);
        return (await _bed.Run<TrackDossier, PublicDossier?>(track => track.BySecret(row.TrackingSecret, default)))!;
    }

    private Task<StepResult> Order(string receiver = "Lê Văn Nhận", string phone = "0903123456", string address = "12 Lê Lợi", string? id = null) => _bed.Run<OrderPost, StepResult>(
        order => order.Run(_officer, new PostForm(id ?? _id, "UBND phường", receiver, phone, address, 25_000, _bed.NewCommand()), default));

    private Task<StepResult> Move(PostState state, string? number) => _bed.Run<MovePost, StepResult>(
        move => move.Run(_officer, _id, state, number, null, _bed.NewCommand(), default));
}

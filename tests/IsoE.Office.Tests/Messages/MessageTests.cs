using IsoE.Office.Messages;
using IsoE.Office.Messages.OptOut;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Messages;

public sealed class MessageTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Phone = "0912345678";
    private const string Mail = "dao@example.vn";

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_notice_of_the_procedure_reaches_the_applicant_once_by_sms_and_by_mail()
    {
        var id = await AskForSupplement(Phone, Mail);

        await Deliver();
        await Deliver();

        var notices = (await Messages(id)).Where(message => message.Kind == MessageKinds.Notice).ToList();
        Assert.That(notices.Select(each => (each.Channel, each.Status, each.SentTo)), Is.EquivalentTo(new[]
        {
            (MessageChannel.Sms, MessageState.Sent, Phone), (MessageChannel.Email, MessageState.Sent, Mail),
        }));
        var mail = Outgoing("*.eml").Single(file => file.Contains(notices.Single(each => each.Channel is MessageChannel.Email).Id, StringComparison.Ordinal));
        Assert.That(mail, Does.Contain(Mail).And.Not.Contain("List-Unsubscribe"), "the law demands it");
        var sms = Outgoing("*.sms").Single(file => file.Contains("bo sung", StringComparison.Ordinal));
        Assert.That(sms, Does.StartWith(Phone).And.Contain("HS H29.150-261102-0001: Yeu cau bo sung, hoan thien ho so"));
        Assert.That(sms.Split('\n')[1], Has.Length.LessThanOrEqualTo(160));
    }

    [Test]
    public async Task A_notice_to_somebody_without_an_address_says_so()
    {
        var id = await AskForSupplement(null, null);

        await Deliver();

        var message = (await Messages(id)).Single();
        Assert.That((message.Kind, message.Status, message.SentAt), Is.EqualTo((MessageKinds.Notice, MessageState.NoAddress, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Whoever_wants_no_messages_gets_only_what_the_law_demands_until_they_are_wanted_again()
    {
        await OptOut(stop: true);
        await OptOut(stop: true);
        var id = await AskForSupplement(Phone, null);
        await Deliver();
        Assert.That((await Messages(id)).Select(each => (each.Kind, each.Status)), Is.EquivalentTo(new[]
        {
            (MessageKinds.Accepted, MessageState.NotWanted), (MessageKinds.Notice, MessageState.Sent),
        }));

        await OptOut(stop: false);
        var again = (await _bed.Receive()).InstanceId;
        await Deliver();

        Assert.That((await Messages(again)).Single().Status, Is.EqualTo(MessageState.Sent));
    }

    [Test]
    public async Task The_link_in_a_message_ends_such_messages()
    {
        var id = (await _bed.Receive()).InstanceId;
        await Deliver();
        var secret = (await Messages(id)).Single().StopSecret;

        var state = await _bed.Run<StopByLink, OptOutState?>(link => link.Run(secret, true, default));

        Assert.That((state!.Address, state.Since), Is.EqualTo((Phone, _bed.Clock.Now)));
        Assert.That(await _bed.Run<StopByLink, OptOutState?>(link => link.Run("0123456789abcdef01234567", true, default)), Is.Null);
    }

    [Test]
    public async Task At_night_messages_wait_for_the_morning_but_a_one_time_code_does_not()
    {
        _bed.Clock.Now = Local(2, 22, 30);
        var id = (await _bed.Receive()).InstanceId;
        await Order("code", MessageKinds.OneTimeCode);

        await Deliver();
        Assert.That((await Messages(id)).Single().Status, Is.EqualTo(MessageState.Pending));
        Assert.That(Outgoing("*.sms").Single(), Does.Contain("123456 la ma xac thuc"));
        _bed.Clock.Now = Local(3, 6, 59);
        await Deliver();
        Assert.That((await Messages(id)).Single().Status, Is.EqualTo(MessageState.Pending));
        _bed.Clock.Now = Local(3, 7, 0);
        await Deliver();

        Assert.That((await Messages(id)).Single().SentAt, Is.EqualTo(_bed.Clock.Now));
        Assert.That((await Outbox(id)).Attempts, Is.EqualTo(1), "waiting is no failure");
    }

    [Test]
    public async Task A_one_time_code_goes_once_is_not_kept_and_is_not_sent_when_its_time_is_over()
    {
        await Order("code", MessageKinds.OneTimeCode);
        await Order("code", MessageKinds.OneTimeCode);
        await Deliver();
        await Order("late", MessageKinds.OneTimeCode);
        _bed.Clock.Advance(TimeSpan.FromMinutes(11));
        await Deliver();

        var rows = (await Messages(MessageRow.NoDossier)).ToDictionary(row => row.Id);
        Assert.That((rows["code"].Status, rows["code"].Body, rows["code"].TemplateValues), Is.EqualTo((MessageState.Sent, (string?)null, "{}")));
        Assert.That(rows["late"].Status, Is.EqualTo(MessageState.Expired));
        Assert.That(Outgoing("*.sms"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_state_of_every_message_is_read_with_its_dossier()
    {
        var id = await AskForSupplement(Phone, Mail);
        await Deliver();

        var lines = await _bed.Run<DossierMessages, IReadOnlyList<MessageLine>>(messages => messages.Of(id, default));
        var reception = await _bed.As("reception");
        var page = await _bed.Run<ListMessages, MessagePage>(list => list.Run(reception, MessageFilter.Sent, "H29.150-261102", null, default));

        Assert.That(lines.Select(line => (line.Sequence is not null, line.State, line.Address)), Is.EquivalentTo(new[]
        {
            (true, MessageState.Sent, "•••••••678"), (true, MessageState.Sent, "d•••@example.vn"),
            (true, MessageState.Sent, "•••••••678"), (true, MessageState.Sent, "d•••@example.vn"),
        }));
        Assert.That(page.Lines.Select(line => line.Id), Is.EquivalentTo(lines.Select(line => line.Id)));
    }

    private Task Order(string key, string kind) => _bed.Run<SendMessage>(send => send.Run(
        new MessageOrder(key, DossierBed.Ward, "+84 912 345 678", kind, new Dictionary<string, string> { ["oneTimeCode"] = "123456", ["minutes"] = "10" }), default));

    private async Task OptOut(bool stop)
    {
        var officer = await _bed.As("reception");
        await _bed.Run<RecordOptOut>(record => record.Run(officer, Phone, stop, default));
    }

    private async Task<string> AskForSupplement(string? phone, string? email)
    {
        var id = (await _bed.Receive(reception => reception with { Applicant = reception.Applicant with { Phone = phone, Email = email } })).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "NeedsSupplement", Dossiers.Samples.Supplement);
        return id;
    }

    private static DateTimeOffset Local(int day, int hour, int minute) => new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    private List<string> Outgoing(string pattern)
    {
        var folder = Path.Combine(_bed.Office.Options.DataDirectory, "outgoing");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Select(File.ReadAllText)] : [];
    }

    private async Task Deliver()
    {
        while (await _bed.Office.Get<OutboxDispatcher>().DeliverPending([MessageProjection.SendTopic], default) > 0)
        {
        }
    }

    private async Task<OutboxRow> Outbox(string dossierId)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Outbox.IgnoreQueryFilters().SingleAsync(row => row.InstanceId == dossierId && row.Topic == MessageProjection.SendTopic);
    }

    private async Task<IReadOnlyList<MessageRow>> Messages(string dossierId)
    {
        await using var db = _bed.Office.OpenDb();
        return await db.Set<MessageRow>().IgnoreQueryFilters().Where(message => message.InstanceId == dossierId).ToListAsync();
    }
}

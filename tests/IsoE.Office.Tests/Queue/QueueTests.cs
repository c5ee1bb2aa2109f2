using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Queue;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Records;

namespace IsoE.Office.Tests.Queue;

/// <summary>Numbers and counters of one day.</summary>
public sealed class QueueTests
{
    private QueueBed _bed = null!;

    [OneTimeSetUp]
    public async Task Start() => _bed = await QueueBed.Start(DatabaseKind.Sqlite);

    [OneTimeTearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [SetUp]
    public void NextDay() => _bed.NextDay();

    [Test]
    public async Task Numbers_are_counted_by_field_and_begin_anew_each_day()
    {
        var first = new[] { await _bed.Take("A"), await _bed.Take("B"), await _bed.Take("A") };
        _bed.NextDay();
        var next = await _bed.Take("A");

        Assert.That(first.Select(ticket => ticket.Number), Is.EqualTo(new[] { "A001", "B001", "A002" }));
        Assert.That(next.Number, Is.EqualTo("A001"));
    }

    [Test]
    public async Task A_screen_touched_twice_gives_one_number()
    {
        var request = new TicketRequest(_bed.Bed.Office.NewId(), "A", null);
        var numbers = new List<string>();
        for (var i = 0; i < 2; i++)
            numbers.Add((await _bed.Bed.Run<TakeTicket, TicketRow>(take => take.Run(_bed.Machine, request, default))).Number);

        Assert.That(numbers, Is.EqualTo(new[] { "A001", "A001" }));
        Assert.That((await _bed.Take("A")).Number, Is.EqualTo("A002"));
    }

    [TestCase("07:29", "07:30")]
    [TestCase("11:30", "13:00")]
    public async Task Outside_reception_hours_no_number_is_given_and_the_next_opening_is_named(string time, string opens)
    {
        _bed.At(time);
        var refusal = await QueueBed.Refused(() => _bed.Take());

        Assert.That((refusal.Code, refusal.Reason.Vi.Contains($"từ {opens}", StringComparison.Ordinal)), Is.EqualTo(("queue-closed", true)));
        Assert.That((await _bed.State()).Tickets, Is.Empty);
    }

    [Test]
    public async Task Priority_overtakes_those_who_came_within_twenty_minutes_and_nobody_else()
    {
        await _bed.Take("A");
        _bed.At("08:15");
        await _bed.Take("B");
        _bed.At("08:30");
        await _bed.Take("A", "elderly");

        Assert.That(new[] { await _bed.CallNext(), await _bed.CallNext(), await _bed.CallNext() }, Is.EqualTo(new[] { "A001", "A002", "B001" }));
    }

    [Test]
    public async Task A_counter_calls_for_its_own_fields_and_finishes_whom_it_has_served()
    {
        var other = await _bed.Take("A");
        var first = await _bed.Take("B");
        await _bed.Take("B");
        Assert.That(await _bed.CallNext(2), Is.EqualTo("B001"));
        _bed.At("08:10");
        Assert.That(await _bed.CallNext(2), Is.EqualTo("B002"));
        var refusal = await QueueBed.Refused(() => _bed.CallNext(2));

        Assert.That(refusal.Code, Is.EqualTo("queue-empty"));
        Assert.That((await _bed.State()).At(2)?.Number, Is.EqualTo("B002"), "Whoever is served stays when nobody waits.");
        Assert.That((await _bed.Ticket(first.Id)).ServedSeconds, Is.EqualTo(600));
        Assert.That((await _bed.Ticket(other.Id)).Status, Is.EqualTo(TicketState.Waiting));
    }

    [Test]
    public async Task Somebody_absent_is_passed_not_called_again_by_itself_and_called_in_when_back()
    {
        var absent = await _bed.Take("B");
        await _bed.Take("B");
        await _bed.CallNext(2);
        await Do<PassTicket>((pass, actor, command) => pass.Run(actor, 2, absent.Id, command, default));
        Assert.That(await _bed.CallNext(2), Is.EqualTo("B002"));
        var busy = await QueueBed.Refused(() => Do<CallTicket>((call, actor, command) => call.Run(actor, 2, absent.Id, command, default)));
        await Do<CallTicket>((call, actor, command) => call.Run(actor, 1, absent.Id, command, default));

        Assert.That((busy.Code, busy.Reason.Vi.Contains("B002", StringComparison.Ordinal)), Is.EqualTo(("counter-busy", true)));
        Assert.That((await _bed.State()).At(1)?.Number, Is.EqualTo("B001"));
    }

    [Test]
    public async Task Somebody_sent_to_another_field_keeps_number_and_place()
    {
        var sent = await _bed.Take("A");
        await _bed.CallNext(1);
        _bed.At("08:05");
        await _bed.Take("B");
        _bed.At("08:10");
        await Do<TransferTicket>((transfer, actor, command) => transfer.Run(actor, 1, sent.Id, "B", command, default));

        Assert.That(await _bed.CallNext(2), Is.EqualTo("A001"));
        Assert.That((await _bed.State()).Before((await _bed.State()).Waiting.Single()), Is.Zero);
    }

    [Test]
    public async Task A_number_at_another_counter_is_refused_with_where_it_is()
    {
        var ticket = await _bed.Take("B");
        await _bed.CallNext(2);
        var refusal = await QueueBed.Refused(() => Do<FinishTicket>((finish, actor, command) => finish.Run(actor, 1, ticket.Id, command, default)));

        Assert.That((refusal.Code, refusal.Reason.Vi.Contains("quầy 2", StringComparison.Ordinal)), Is.EqualTo(("ticket-not-here", true)));
    }

    [Test]
    public async Task Calling_again_is_news_for_the_display_and_time_is_not()
    {
        var ticket = await _bed.Take("B");
        await _bed.CallNext(2);
        var before = QueueBoard.Of(await _bed.State(), _bed.Bed.Clock.Now);
        _bed.At("08:01");
        var later = QueueBoard.Of(await _bed.State(), _bed.Bed.Clock.Now);
        await Do<RecallTicket>((recall, actor, command) => recall.Run(actor, 2, ticket.Id, command, default));
        var again = QueueBoard.Of(await _bed.State(), _bed.Bed.Clock.Now);

        Assert.That((later.SaysTheSameAs(before), again.SaysTheSameAs(before)), Is.EqualTo((true, false)));
        Assert.That(again.Called.Select(line => (line.Number, line.Counter)), Is.EqualTo(new[] { ("B001", 2) }));
    }

    [Test]
    public async Task A_dossier_knows_the_number_its_applicant_came_with()
    {
        var ticket = await _bed.Take("B");
        await _bed.CallNext(1);
        var dossier = await _bed.Bed.Receive();
        for (var i = 0; i < 2; i++)
            await Do<LinkTicket>((link, actor, _) => link.Run(actor, ticket.Id, dossier.InstanceId, default));

        Assert.That((await _bed.Bed.Run<LinkTicket, TicketRow?>(link => link.Find(dossier.InstanceId, default)))?.Number, Is.EqualTo("B001"));
    }

    [Test]
    public async Task The_slip_says_number_field_and_priority()
    {
        var ticket = await _bed.Take("A", "elderly");
        var slip = await _bed.Bed.Run<PrintTicket, PrintedDocument>(print => print.Run(ticket, default));

        Assert.That(PdfText.Of(slip.Pdf), Does.Contain("A001").And.Contain("Hộ tịch").And.Contain("Ưu tiên: Người cao tuổi"));
    }

    [Test]
    public async Task Times_are_counted_by_field_hour_and_day_with_median_and_nine_of_ten()
    {
        for (var i = 0; i < 10; i++) await _bed.Take("B");
        for (var i = 1; i <= 10; i++)
        {
            _bed.At($"08:{i:00}");
            await _bed.CallNext(2);
        }

        await _bed.Take("A");
        var today = VietnamTime.DateOf(_bed.Bed.Clock.Now);
        var leader = await _bed.Bed.As("leader");
        var report = await _bed.Bed.Run<ReadQueueFigures, QueueReport>(read => read.Run(leader, today, today, default));

        var b = report.ByField.Single(line => line.Key == "B");
        // The tenth is still at the counter: nine were served, after one to nine minutes.
        Assert.That((b.Served, b.NotServed), Is.EqualTo((9, 1)));
        Assert.That(b.Waited, Is.EqualTo(new Times(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(9))));
        Assert.That(b.Service, Is.EqualTo(new Times(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))));
        Assert.That(report.ByHour.Select(line => (line.Key, line.Served)), Is.EqualTo(new[] { ("08", 9) }));
        Assert.That(report.All.NotServed, Is.EqualTo(2));
    }

    [Test]
    public async Task A_closed_address_opens_nothing_and_a_kiosk_is_no_display()
    {
        var admin = await _bed.Bed.As("admin");
        var secret = await _bed.Bed.Run<OpenDevice, string>(open => open.Run(admin, DeviceKind.Display, "Sảnh", default));
        var device = await Find(secret, DeviceKind.Display);
        Assert.That(await Find(secret, DeviceKind.Kiosk), Is.Null);
        await _bed.Bed.Run<CloseDevice>(close => close.Run(admin, device!.Id, default));

        Assert.That(await Find(secret, DeviceKind.Display), Is.Null);
    }

    [TestCase("specialist", "not-allowed")]
    [TestCase("admin", "queue-prefix-taken")]
    public async Task A_field_is_arranged_by_those_who_may_under_a_letter_of_its_own(string person, string code)
    {
        var actor = await _bed.Bed.As(person);
        var refusal = await QueueBed.Refused(() => _bed.Bed.Run<SaveQueueField, QueueField>(
            save => save.Run(actor, new QueueFieldForm(null, "B", "Đất đai", null, [], true), default)));

        Assert.That(refusal.Code, Is.EqualTo(code));
    }

    private Task<QueueDevice?> Find(string secret, DeviceKind kind) => _bed.Bed.Run<FindDevice, QueueDevice?>(find => find.Run(secret, kind, default));

    private async Task Do<TCommand>(Func<TCommand, Actor, string, Task> run)
        where TCommand : notnull
    {
        var actor = await _bed.Bed.As("reception");
        await _bed.Bed.Run<TCommand>(command => run(command, actor, _bed.Bed.NewCommand()));
    }
}

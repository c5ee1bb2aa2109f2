using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Instances.Incidents;
using IsoE.Office.Messages;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Messages;

/// <summary>What was given up is shown with its reason and goes out again when somebody says so.</summary>
public sealed class UndeliveredTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Topic = "test-topic";

    private static readonly Actor Administrator = new(TestOffice.Agency, "admin", "Nguyễn Quang Huy", [new Grant(Roles.TenantAdmin)]);

    private readonly Server _server = new();
    private TestOffice _office = null!;
    private int _commands;

    [SetUp]
    public async Task Start()
    {
        _server.IsDown = true;
        _server.Received.Clear();
        _office = await TestOffice.Start(Kind, Configure);
        await GiveUp("first", "second");
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task It_says_what_why_and_how_often()
    {
        var items = await List();

        Assert.That(items.Select(item => (item.What.Vi, item.Code, item.Error, item.Attempts)), Is.EqualTo(new[]
        {
            ("Gửi thử", "i", "Máy chủ không trả lời", 12),
            ("Gửi thử", "i", "Máy chủ không trả lời", 12),
        }));
    }

    [Test]
    public async Task One_goes_out_again_and_the_others_stay()
    {
        _server.IsDown = false;
        var first = (await List())[0].Id;

        Assert.That(await Send(first), Is.EqualTo(1));
        await Deliver();

        Assert.That(_server.Received, Has.Count.EqualTo(1));
        Assert.That(await List(), Has.Count.EqualTo(1));
        Assert.That(await Send(first), Is.Zero, "it has gone");
    }

    [Test]
    public async Task All_go_out_again_with_all_their_attempts_before_them()
    {
        await Send(null);
        await Deliver();
        Assert.That(await List(), Is.Empty, "a further failure is not the end");

        _server.IsDown = false;
        _office.Clock.Advance(TimeSpan.FromMinutes(1));
        await Deliver();

        Assert.That(_server.Received.Order(), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task Who_took_it_and_who_sent_it_again_stands_in_the_history()
    {
        var first = (await List())[0].Id;
        using (var scope = _office.Enter())
            await scope.ServiceProvider.GetRequiredService<TakeUndelivered>().Run(Administrator, first, "t", default);
        Assert.That((await List())[0].Owner, Is.EqualTo(Administrator.Name));

        await Send(null);

        var events = (await _office.History.Read(TestOffice.Agency, "i", default)).Where(known => known.ActorId == "admin").Select(known => known.Fact).ToList();
        Assert.That(events.OfType<DeliveryTaken>().Select(taken => (taken.ItemId, taken.PersonName)), Is.EqualTo(new[] { (first, Administrator.Name) }));
        Assert.That(events.OfType<DeliverySentAgain>().Select(again => again.What.Vi), Is.EqualTo(new[] { "Gửi thử", "Gửi thử" }));
    }

    [Test]
    public async Task A_due_time_that_was_given_up_is_among_them()
    {
        await using (var db = _office.OpenDb())
        {
            db.Add(new DueRow
            {
                AgencyId = TestOffice.Agency,
                Id = "late",
                InstanceId = "i",
                Kind = DueKind.Timeout,
                DueAt = _office.Clock.Now,
                Status = DueStatus.Failed,
                Attempts = 12,
                NextAttemptAt = _office.Clock.Now,
                LastError = "busy",
            });
            await db.SaveChangesAsync();
        }

        Assert.That((await List()).Select(item => item.Error), Does.Contain("busy"));
        Assert.That(await Send("late"), Is.EqualTo(1));
        await using var after = _office.OpenDb();
        Assert.That(await after.Set<DueRow>().IgnoreQueryFilters().Select(row => row.Status).SingleAsync(), Is.EqualTo(DueStatus.Pending));
    }

    [Test]
    public void Others_neither_see_nor_send_it()
    {
        var specialist = new Actor(TestOffice.Agency, "s", "Trần Văn Bình", [new Grant(Roles.Specialist)]);
        using var scope = _office.Enter();

        Assert.That(
            () => scope.ServiceProvider.GetRequiredService<SendAgain>().Run(specialist, null, "c", default),
            Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("not-allowed"));
        Assert.That(
            () => scope.ServiceProvider.GetRequiredService<ListUndelivered>().Run(specialist, default),
            Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("not-allowed"));
    }

    private void Configure(IServiceCollection services)
    {
        TestFacts.Configure(services);
        services.AddSingleton(_server);
        services.AddOutboxConsumer<Consumer>(Topic, new Text("Gửi thử", "Trial"));
    }

    private async Task GiveUp(params string[] keys)
    {
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, "i", "c", "an"),
            step =>
            {
                step.Record(new NoteTaken("enqueue", keys.Length));
                foreach (var key in keys) step.Enqueue(Topic, key, "{}");
            },
            default);
        for (var i = 0; i < 12; i++)
        {
            await Deliver();
            _office.Clock.Advance(TimeSpan.FromHours(2));
        }
    }

    private Task<int> Deliver() => _office.Get<OutboxDispatcher>().DeliverPending(default);

    private async Task<IReadOnlyList<UndeliveredItem>> List()
    {
        using var scope = _office.Enter();
        return await scope.ServiceProvider.GetRequiredService<ListUndelivered>().Run(Administrator, default);
    }

    private async Task<int> Send(string? id)
    {
        using var scope = _office.Enter();
        return await scope.ServiceProvider.GetRequiredService<SendAgain>().Run(Administrator, id, $"c{++_commands}", default);
    }

    private sealed class Server
    {
        public bool IsDown { get; set; }

        public System.Collections.Concurrent.ConcurrentQueue<string> Received { get; } = [];
    }

    private sealed class Consumer(Server server) : IOutboxConsumer
    {
        public Task Deliver(OutboxItem item, CancellationToken cancel)
        {
            if (server.IsDown) throw new IOException("Máy chủ không trả lời");
            server.Received.Enqueue(item.Key);
            return Task.CompletedTask;
        }
    }
}

using System.Collections.Concurrent;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Storage;

public sealed class OutboxTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private const string Topic = "test-topic";

    private readonly Postbox _postbox = new();
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start()
    {
        _postbox.Clear();
        _office = await TestOffice.Start(Kind, Configure);
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task What_a_step_enqueues_is_delivered_once_it_has_committed()
    {
        await Enqueue("k1", "k2");

        Assert.That(await Deliver(), Is.EqualTo(2));
        Assert.That(await Deliver(), Is.Zero);
        Assert.That(_postbox.Received.Order(), Is.EqualTo(new[] { "k1/1", "k2/1" }));
    }

    [Test]
    public async Task A_refused_step_delivers_nothing()
    {
        Assert.That(
            () => _office.Runner.Run(
                new StepRequest(TestOffice.Agency, "i", "c", "an"),
                step =>
                {
                    step.Enqueue(Topic, "k1", "{}");
                    throw new IsoE.Workflows.RejectedException("no", new IsoE.Workflows.Text("Không", "No"));
                },
                default),
            Throws.InstanceOf<IsoE.Workflows.RejectedException>());

        Assert.That(await Deliver(), Is.Zero);
    }

    [Test]
    public async Task A_failed_delivery_comes_again_later_and_holds_up_no_other()
    {
        _postbox.Failures = 1;
        _postbox.FailingKey = "bad";
        await Enqueue("bad", "good");

        Assert.That(await Deliver(), Is.EqualTo(1));
        Assert.That(await Deliver(), Is.Zero, "not before its time");
        _office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await Deliver(), Is.EqualTo(1));

        Assert.That(_postbox.Received.Order(), Is.EqualTo(new[] { "bad/2", "good/1" }));
    }

    [Test]
    public async Task What_always_fails_becomes_a_visible_dead_letter()
    {
        _postbox.Failures = int.MaxValue;
        _postbox.FailingKey = "bad";
        await Enqueue("bad");

        for (var i = 0; i < 20; i++)
        {
            await Deliver();
            _office.Clock.Advance(TimeSpan.FromHours(2));
        }

        await using var db = _office.OpenDb();
        var dead = await db.Outbox.IgnoreQueryFilters().SingleAsync();
        Assert.That((dead.Status, dead.Attempts, dead.LastError), Is.EqualTo((OutboxStatus.Dead, 12, "out of order")));
    }

    [Test]
    public async Task A_deliverer_that_died_is_replaced_when_its_lease_ends()
    {
        await Enqueue("k1");
        await using (var db = _office.OpenDb())
            Assert.That(await Claims.Take<OutboxRow>(db, _office.Clock.Now, 10, default), Has.Count.EqualTo(1));

        Assert.That(await Deliver(), Is.Zero, "still leased");
        _office.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.That(await Deliver(), Is.EqualTo(1));
        Assert.That(_postbox.Received, Is.EqualTo(new[] { "k1/2" }));
    }

    [Test]
    public async Task Two_dispatchers_do_not_deliver_the_same_item()
    {
        await Enqueue([.. Enumerable.Range(0, 80).Select(i => $"k{i}")]);
        await using var other = _office.StartNode(Configure);

        var delivered = await Task.WhenAll(
            Task.Run(Deliver), Task.Run(() => other.Get<OutboxDispatcher>().DeliverPending(default)));

        Assert.That(delivered.Sum(), Is.EqualTo(80));
        Assert.That(_postbox.Received, Is.Unique.And.Count.EqualTo(80));
    }

    private void Configure(IServiceCollection services)
    {
        TestFacts.Configure(services);
        services.AddSingleton(_postbox);
        services.AddOutboxConsumer<Consumer>(Topic, new Text("Gửi thử", "Trial"));
    }

    private Task<int> Deliver() => _office.Get<OutboxDispatcher>().DeliverPending(default);

    private Task<StepResult> Enqueue(params string[] keys) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, "i", "c", "an"),
        step =>
        {
            step.Record(new NoteTaken("enqueue", keys.Length));
            foreach (var key in keys)
                step.Enqueue(Topic, key, "{}");
        },
        default);

    private sealed class Postbox
    {
        public ConcurrentQueue<string> Received { get; } = [];

        public string? FailingKey { get; set; }

        public int Failures { get; set; }

        public void Clear()
        {
            Received.Clear();
            (FailingKey, Failures) = (null, 0);
        }
    }

    private sealed class Consumer(Postbox postbox, CurrentAgency agency) : IOutboxConsumer
    {
        public Task Deliver(OutboxItem item, CancellationToken cancel)
        {
            Assert.That(agency.Id, Is.EqualTo(item.AgencyId));
            if (item.Key == postbox.FailingKey && postbox.Failures-- > 0)
                throw new IOException("out of order");
            postbox.Received.Enqueue($"{item.Key}/{item.Attempt}");
            return Task.CompletedTask;
        }
    }
}

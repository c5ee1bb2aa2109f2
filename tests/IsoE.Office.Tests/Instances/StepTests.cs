using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Instances;

public sealed class StepTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start() => _office = await TestOffice.Start(Kind, TestFacts.Configure);

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_step_appends_its_events_and_moves_the_snapshot()
    {
        var id = _office.NewId();

        var result = await Take(id, "c1", "xin chào", "second");

        Assert.That(result.Sequence, Is.EqualTo(2));
        var events = await _office.History.Read(TestOffice.Agency, id, default);
        Assert.That(events.Select(e => e.Fact), Is.EqualTo(new object[] { new NoteTaken("xin chào", 0), new NoteTaken("second", 0) }));
        Assert.That(events.Select(e => e.At), Is.All.EqualTo(_office.Clock.Now));
        await using var db = _office.OpenDb();
        var instance = await db.Instances.IgnoreQueryFilters().SingleAsync(i => i.InstanceId == id);
        Assert.That(instance.Sequence, Is.EqualTo(2));
    }

    [Test]
    public async Task Every_row_is_chained_to_the_row_before_it()
    {
        var id = _office.NewId();
        await Take(id, "c1", "one", "two");
        await Take(id, "c2", "three");

        await using var db = _office.OpenDb();
        var rows = await db.History.IgnoreQueryFilters().Where(h => h.InstanceId == id).OrderBy(h => h.Sequence).ToListAsync();

        Assert.That(rows[0].PreviousHash, Is.EqualTo(HistoryChain.Origin));
        Assert.That(rows.Skip(1).Select(r => r.PreviousHash), Is.EqualTo(rows.SkipLast(1).Select(r => r.Hash)));
        Assert.That(rows.Select(HistoryChain.HashOf), Is.EqualTo(rows.Select(r => r.Hash)));
        Assert.That(rows.Select(r => r.CommandId), Is.EqualTo(new[] { "c1", null, "c2" }));
    }

    [Test]
    public async Task A_repeated_command_returns_the_first_answer_and_adds_nothing()
    {
        var id = _office.NewId();
        await Take(id, "c0", "before");
        var first = await Take(id, "c1", "one", "file");
        await Take(id, "c2", "after");

        var again = await Take(id, "c1", "something else");

        Assert.That(again.Repeated);
        Assert.That(again.Sequence, Is.EqualTo(first.Sequence));
        Assert.That(again.Events, Is.EqualTo(first.Events));
        Assert.That(await _office.History.Read(TestOffice.Agency, id, default), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_refused_step_leaves_nothing_behind()
    {
        var id = _office.NewId();

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _office.Runner.Run(
            Request(id, "c1") with { Series = ["codes"] },
            step =>
            {
                step.NextNumber("codes");
                step.Record(new NoteTaken("half", 1));
                throw new RejectedException("no", new Text("Không", "No"));
            },
            default));

        Assert.That(refusal!.Code, Is.EqualTo("no"));
        await using var db = _office.OpenDb();
        Assert.That(await db.Instances.IgnoreQueryFilters().CountAsync(), Is.Zero);
        Assert.That(await db.Counters.IgnoreQueryFilters().CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_projection_writes_in_the_same_step_and_its_events_are_seen_too()
    {
        var id = _office.NewId();

        var result = await Take(id, "c1", "file");

        Assert.That(result.Events.Select(e => e.Type), Is.EqualTo(new[] { "NoteTaken", "NoteFiled" }));
        await using var db = _office.OpenDb();
        Assert.That(await db.Attachments.IgnoreQueryFilters().CountAsync(a => a.InstanceId == id), Is.EqualTo(1));
    }

    [Test]
    public async Task Rows_of_the_instance_are_there_in_the_next_step()
    {
        var id = _office.NewId();
        await Take(id, "c1", "file");
        await Take(_office.NewId(), "c1", "file");

        IReadOnlyList<AttachmentRow> seen = [];
        await _office.Runner.Run(
            Request(id, "c2"),
            step =>
            {
                seen = step.All<AttachmentRow>();
                step.Record(new NoteTaken("seen", 0));
            },
            default);

        Assert.That(seen.Select(a => a.InstanceId), Is.EqualTo(new[] { id }));
        Assert.That(seen[0].AddedAt, Is.EqualTo(_office.Clock.Now));
    }

    [Test]
    public async Task A_step_that_writes_rows_without_an_event_is_a_bug()
    {
        var id = _office.NewId();

        Assert.That(
            () => _office.Runner.Run(Request(id, "c1"), step => step.Insert(TestFacts.Attachment(step, "x")), default),
            Throws.InvalidOperationException);
    }

    [Test]
    public async Task An_event_that_is_not_registered_is_a_bug()
    {
        Assert.That(
            () => _office.Runner.Run(Request(_office.NewId(), "c1"), step => step.Record(new Unregistered()), default),
            Throws.InvalidOperationException.With.Message.Contains(nameof(Unregistered)));
    }

    [Test]
    public async Task Numbers_of_a_series_have_no_gaps_and_no_doubles_under_load()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var number = 0L;
            try
            {
                await _office.Runner.Run(
                    Request(_office.NewId(), "c") with { Series = ["codes"] },
                    step =>
                    {
                        number = step.NextNumber("codes");
                        step.Record(new NoteTaken("numbered", (int)number));
                        if (i % 3 == 0)
                            throw new RejectedException("no", new Text("Không", "No"));
                    },
                    default);
                return number;
            }
            catch (RejectedException)
            {
                return 0L;
            }
        }));

        Assert.That(numbers.Where(n => n > 0).Order(), Is.EqualTo(Enumerable.Range(1, 40).Select(n => (long)n)));
    }

    [Test]
    public async Task Of_two_steps_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 200; round++)
        {
            var id = _office.NewId();
            await Take(id, "start", "open");

            var winners = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => TryClose(id, $"close-{i}"))));

            Assert.That(winners.Count(w => w), Is.EqualTo(1), $"round {round}");
            Assert.That(await _office.History.Read(TestOffice.Agency, id, default), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task The_same_command_sent_twice_at_once_is_carried_out_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var id = _office.NewId();

            var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Take(id, "same", "once"))));

            Assert.That(results.Count(r => !r.Repeated), Is.EqualTo(1));
            Assert.That(await _office.History.Read(TestOffice.Agency, id, default), Has.Count.EqualTo(1));
        }
    }

    private async Task<bool> TryClose(string id, string commandId)
    {
        try
        {
            await _office.Runner.Run(
                Request(id, commandId),
                step =>
                {
                    if (step.Instance.Sequence > 1)
                        throw new RejectedException("closed", new Text("Đã đóng", "Closed"));
                    step.Record(new NoteTaken("close", 0));
                },
                default);
            return true;
        }
        catch (RejectedException)
        {
            return false;
        }
    }

    private Task<StepResult> Take(string id, string commandId, params string[] notes) => _office.Runner.Run(
        Request(id, commandId),
        step =>
        {
            foreach (var words in notes)
                step.Record(new NoteTaken(words, 0));
        },
        default);

    private static StepRequest Request(string id, string commandId) => new(TestOffice.Agency, id, commandId, "an");

    private sealed record Unregistered : OfficeEvent;
}

using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Deadlines;

/// <summary>The clock begins on Monday 12 October 2026 at 08:00 in Vietnam.</summary>
public sealed class DeadlineSweepTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(Kind);
        _office.Clock.Now = Local(12, 8, 0);
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task At_the_due_instant_the_step_is_still_on_time()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);

        await Sweep(Local(14, 17, 0));

        Assert.That(await Facts<StepBecameOverdue>(id), Is.Empty);
    }

    [Test]
    public async Task After_the_due_instant_the_step_is_overdue_once()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);

        await Sweep(Local(14, 17, 0).AddMicroseconds(1));
        await Sweep(Local(15, 9, 0));

        Assert.That(
            await Facts<StepBecameOverdue>(id),
            Is.EqualTo(new[] { new StepBecameOverdue("work-1", "work", Local(14, 17, 0), "warn") }));
    }

    [Test]
    public async Task Nearly_due_is_told_when_the_last_working_day_begins()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);

        await Sweep(Local(13, 16, 59));
        Assert.That(await Facts<StepNearlyDue>(id), Is.Empty);
        await Sweep(Local(13, 17, 0));

        Assert.That(await Facts<StepNearlyDue>(id), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_step_done_in_time_never_becomes_overdue()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);
        await _office.Complete(id, "done", "c1");

        await Sweep(Local(19, 8, 0));

        Assert.That(await Facts<StepBecameOverdue>(id), Is.Empty);
        await using var db = _office.OpenDb();
        Assert.That(await db.Set<DueRow>().IgnoreQueryFilters().Select(d => d.Status).Distinct().ToListAsync(), Is.EqualTo(new[] { DueStatus.Cancelled }));
    }

    [Test]
    public async Task Silence_takes_the_outcome_that_the_definition_names()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Silence);

        await Sweep(Local(12, 14, 1));

        Assert.That((await Facts<ActivityResumed>(id)).Single(), Has.Property("Outcome").EqualTo("consent").And.Property("TimedOut").True);
        Assert.That((await _office.State(id)).Status, Is.EqualTo(WorkflowStatus.Finished));
    }

    [Test]
    public async Task An_event_that_never_comes_times_out()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Waiting);

        await Sweep(Local(13, 17, 1));

        Assert.That((await Facts<ActivityResumed>(id)).Single().Outcome, Is.EqualTo("Timeout"));
    }

    [Test]
    public async Task Two_sweepers_at_once_handle_every_row_exactly_once()
    {
        var ids = new List<string>();
        for (var i = 0; i < 60; i++)
            ids.Add(await _office.StartWorkflow(TestDefinitions.Round));
        await using var other = _office.StartNode();

        var handled = await Task.WhenAll(
            Task.Run(() => Sweep(Local(16, 8, 0))),
            Task.Run(() => other.Get<DeadlineSweep>().Run(Local(16, 8, 0), default)));

        Assert.That(handled.Sum(), Is.EqualTo(2 * ids.Count));
        foreach (var id in ids)
            Assert.That(await Facts<StepBecameOverdue>(id), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_row_that_fails_is_tried_again_and_holds_up_no_other()
    {
        var broken = await _office.StartWorkflow(TestDefinitions.Round);
        var sound = await _office.StartWorkflow(TestDefinitions.Round);
        await using (var db = _office.OpenDb())
            await db.Instances.IgnoreQueryFilters().Where(i => i.InstanceId == broken)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, "not a state"));

        // A server that has not seen the instance before: the one that wrote it keeps its state parsed.
        await using var other = _office.StartNode();
        var now = Local(15, 8, 0);
        await other.Get<DeadlineSweep>().Run(now, default);

        Assert.That(await Facts<StepBecameOverdue>(sound), Has.Length.EqualTo(1));
        await using var after = _office.OpenDb();
        var failed = await after.Set<DueRow>().IgnoreQueryFilters().Where(d => d.InstanceId == broken).ToListAsync();
        Assert.That(failed.Select(d => d.Status), Is.All.EqualTo(DueStatus.Pending));
        Assert.That(failed.Select(d => d.NextAttemptAt), Is.All.GreaterThan(now));
        Assert.That(failed.Select(d => d.LastError), Is.All.Not.Null);
    }

    [Test]
    public async Task A_dossiers_deadline_is_replaced_when_it_moves_and_goes_when_cleared()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Waiting);
        await SetDeadline(id, "c1", Local(16, 17, 0));
        await SetDeadline(id, "c2", Local(19, 17, 0));

        await Sweep(Local(17, 8, 0));
        Assert.That(await Facts<DossierBecameOverdue>(id), Is.Empty);
        await Sweep(Local(19, 17, 1));

        Assert.That(await Facts<DossierBecameOverdue>(id), Is.Empty, "the workflow ended by its own timeout and took the deadline with it");
    }

    [Test]
    public async Task A_dossier_becomes_nearly_due_and_then_overdue()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);
        await SetDeadline(id, "c1", Local(19, 17, 0));

        await Sweep(Local(19, 17, 1));

        Assert.That(await Facts<DossierNearlyDue>(id), Is.EqualTo(new[] { new DossierNearlyDue(Local(19, 17, 0)) }));
        Assert.That(await Facts<DossierBecameOverdue>(id), Is.EqualTo(new[] { new DossierBecameOverdue(Local(19, 17, 0)) }));
    }

    private Task<int> Sweep(DateTimeOffset now)
    {
        _office.Clock.Now = now;
        return _office.Get<DeadlineSweep>().Run(now, default);
    }

    private Task<StepResult> SetDeadline(string id, string commandId, DateTimeOffset dueAt) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, id, commandId, "an"),
        step =>
        {
            DossierDeadline.Set(step, dueAt.AddDays(-1), dueAt);
            step.Record(new SubProcedureEndedLate("x", commandId, "Done"));
        },
        default);

    private async Task<T[]> Facts<T>(string id) =>
        [.. (await _office.History.Read(TestOffice.Agency, id, default)).Select(e => e.Fact).OfType<T>()];

    private static DateTimeOffset Local(int day, int hour, int minute) =>
        new DateTimeOffset(2026, 10, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();
}

using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Instances;

public sealed class WorkflowStepTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start() => _office = await TestOffice.Start(Kind);

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task Replaying_the_history_gives_the_snapshot_byte_for_byte()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Round);
        for (var i = 0; i < 5; i++)
            await _office.Complete(id, i < 4 ? "again" : "done", $"c{i}");

        await using var db = _office.OpenDb();
        var snapshot = await db.Instances.IgnoreQueryFilters().SingleAsync(i => i.InstanceId == id);

        Assert.That(WorkflowInstanceJson.Write(await _office.State(id)), Is.EqualTo(snapshot.State));
        Assert.That(snapshot.Status, Is.EqualTo("Finished"));
        Assert.That(snapshot.FinishedAt, Is.EqualTo(_office.Clock.Now));
    }

    [Test]
    public async Task Of_two_who_complete_one_bookmark_at_once_exactly_one_wins()
    {
        for (var round = 0; round < 200; round++)
        {
            var id = await _office.StartWorkflow(TestDefinitions.Round);
            var bookmark = (await _office.State(id)).Bookmarks.Keys.Single();

            var wins = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => TryComplete(id, bookmark, $"by-{i}"))));

            Assert.That(wins.Count(w => w), Is.EqualTo(1), $"round {round}");
            Assert.That((await _office.State(id)).Status, Is.EqualTo(WorkflowStatus.Finished));
        }
    }

    [Test]
    public async Task A_sub_procedure_is_enqueued_once_with_what_it_needs()
    {
        var id = await _office.StartWorkflow(TestDefinitions.Parent);

        await using var db = _office.OpenDb();
        var item = await db.Outbox.IgnoreQueryFilters().SingleAsync();

        Assert.That(item.Topic, Is.EqualTo(SubProcedures.StartTopic));
        var start = OfficeJson.Read<StartSubProcedure>(item.Payload);
        Assert.That(start.Parent.InstanceId, Is.EqualTo(id));
        Assert.That((start.Agency, start.Procedure), Is.EqualTo(("xa-khac", TestDefinitions.Round)));
    }

    [Test]
    public async Task A_child_that_ends_resumes_its_parent_once()
    {
        var parent = await _office.StartWorkflow(TestDefinitions.Parent);
        var bookmark = (await _office.State(parent)).Bookmarks.Keys.Single();
        var child = await _office.StartWorkflow(TestDefinitions.Round, new ParentLink(TestOffice.Agency, parent, bookmark));
        await _office.Complete(child, "done", "c1");
        await DeliverEnded();

        // The crash that makes an outbox item come again: delivered, but not marked so.
        await using (var db = _office.OpenDb())
            await db.Outbox.IgnoreQueryFilters().Where(o => o.Topic == SubProcedures.EndedTopic)
                .ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, IsoE.Office.Storage.Outbox.OutboxStatus.Pending).SetProperty(x => x.NextAttemptAt, _office.Clock.Now));
        await DeliverEnded();

        var state = await _office.State(parent);
        Assert.That(state.Status, Is.EqualTo(WorkflowStatus.Finished));
        var events = await _office.History.Read(TestOffice.Agency, parent, default);
        Assert.That(events.Count(e => e.Fact is ActivityResumed), Is.EqualTo(1));
    }

    [Test]
    public async Task A_child_that_ends_too_late_is_told_to_the_history_only()
    {
        var parent = await _office.StartWorkflow(TestDefinitions.Parent);
        var bookmark = (await _office.State(parent)).Bookmarks.Keys.Single();
        var child = await _office.StartWorkflow(TestDefinitions.Round, new ParentLink(TestOffice.Agency, parent, bookmark));
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, parent, "cancel", "an"),
            step => step.Send(new CancelWorkflow("cancel", step.Now, new Text("Rút", "Withdrawn"))),
            default);

        await _office.Complete(child, "done", "c1");
        await DeliverEnded();

        var late = (SubProcedureEndedLate)(await _office.History.Read(TestOffice.Agency, parent, default))[^1].Fact;
        Assert.That(
            (late.AgencyId, late.ChildInstanceId, late.Outcome, late.BookmarkId),
            Is.EqualTo((TestOffice.Agency, child, "Done", bookmark)));
    }

    private Task<int> DeliverEnded() => _office.Get<IsoE.Office.Storage.Outbox.OutboxDispatcher>().DeliverPending(default);

    private async Task<bool> TryComplete(string id, string bookmark, string commandId)
    {
        try
        {
            await _office.Runner.Run(
                new StepRequest(TestOffice.Agency, id, commandId, commandId),
                step => step.Send(new ResumeBookmark(commandId, step.Now, bookmark, "done", default)),
                default);
            return true;
        }
        catch (RejectedException)
        {
            return false;
        }
    }
}

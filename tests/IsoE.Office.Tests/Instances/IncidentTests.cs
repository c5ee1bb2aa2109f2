using IsoE.Office.Instances;
using IsoE.Office.Instances.Incidents;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Instances;

/// <summary>An activity that failed is stored, seen, owned by somebody, and tried again.</summary>
public sealed class IncidentTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly Actor Administrator = new(TestOffice.Agency, "admin", "Nguyễn Quang Huy", [new Grant(Roles.TenantAdmin)]);

    private TestOffice _office = null!;
    private string _id = null!;

    /// <summary>One branch ends before the join that waits for both.</summary>
    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(Kind);
        _id = await _office.StartWorkflow(TestDefinitions.DeadBranch);
        await Complete("left", "drop");
        await Complete("right", "go");
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task It_is_stored_with_the_instance_and_listed_with_its_reason()
    {
        var line = (await List()).Single();

        Assert.That((line.InstanceId, line.Code, line.ActivityInstanceId, line.Failures, line.Owner), Is.EqualTo((_id, _id, "join#1", 1, (string?)null)));
        Assert.That(line.Message.Vi, Does.Contain("join"));
        await using var db = _office.OpenDb();
        Assert.That(await db.Instances.IgnoreQueryFilters().Select(row => row.Incidents).SingleAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_takes_it_answers_for_it()
    {
        await With<TakeIncident, StepResult>(take => take.Run(Administrator, _id, "join#1", "take", default));

        Assert.That((await List()).Single().Owner, Is.EqualTo("Nguyễn Quang Huy"));
    }

    [Test]
    public async Task A_retry_goes_on_from_the_very_step_and_says_who_did_it()
    {
        var failure = await Retry("again");

        Assert.That(failure, Is.Null);
        Assert.That((await _office.State(_id)).Status, Is.EqualTo(WorkflowStatus.Finished));
        Assert.That(await List(), Is.Empty);
        var retried = (await _office.History.Read(TestOffice.Agency, _id, default)).Single(recorded => recorded.Fact is ActivityRetried);
        Assert.That(retried.ActorId, Is.EqualTo("admin"));
    }

    [Test]
    public async Task What_is_not_failed_cannot_be_retried_or_taken()
    {
        await Retry("again");

        Assert.That((await Assert.ThrowsAsync<RejectedException>(() => Retry("once more")))!.Code, Is.EqualTo("no-incident"));
        Assert.That(
            (await Assert.ThrowsAsync<RejectedException>(() => With<TakeIncident, StepResult>(take => take.Run(Administrator, _id, "join#1", "take", default))))!.Code,
            Is.EqualTo("no-incident"));
    }

    [Test]
    public async Task Others_may_not()
    {
        var specialist = new Actor(TestOffice.Agency, "s", "Trần Văn Bình", [new Grant(Roles.Specialist)]);

        Assert.That(
            (await Assert.ThrowsAsync<RejectedException>(() => With<RetryIncident, Text?>(retry => retry.Run(specialist, _id, "join#1", "again", default))))!.Code,
            Is.EqualTo("not-allowed"));
    }

    private Task<Text?> Retry(string commandId) => With<RetryIncident, Text?>(retry => retry.Run(Administrator, _id, "join#1", commandId, default));

    private Task<IReadOnlyList<IncidentLine>> List() => With<ListIncidents, IReadOnlyList<IncidentLine>>(list => list.Run(Administrator, default));

    private async Task<TResult> With<TCommand, TResult>(Func<TCommand, Task<TResult>> run)
        where TCommand : notnull
    {
        using var scope = _office.Enter();
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    private Task<StepResult> Complete(string activity, string outcome) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, _id, activity, "an"),
        step => step.Send(new ResumeBookmark(activity, step.Now, step.Workflow!.Bookmarks.Values.Single(open => open.ActivityId == activity).Id, outcome, default)),
        default);
}

using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Storage;

public sealed class CrashTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private CommitMoment? _crashAt;
    private TestOffice _office = null!;

    [SetUp]
    public async Task Start()
    {
        _crashAt = null;
        _office = await TestOffice.Start(Kind, TestFacts.Configure, Observe);
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_crash_before_the_commit_leaves_nothing_and_the_command_can_be_sent_again()
    {
        _crashAt = CommitMoment.Before;
        Assert.That(() => Take("c1", "file"), Throws.InstanceOf<IOException>());
        Assert.That(await Count(), Is.EqualTo((0, 0)));

        _crashAt = null;
        var result = await Take("c1", "file");

        Assert.That(result.Repeated, Is.False);
        Assert.That(await Count(), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_crash_after_the_commit_is_answered_when_the_command_comes_again()
    {
        _crashAt = CommitMoment.After;
        Assert.That(() => Take("c1", "file"), Throws.InstanceOf<IOException>());
        Assert.That(await Count(), Is.EqualTo((2, 1)));

        _crashAt = null;
        var result = await Take("c1", "file");

        Assert.That(result.Repeated);
        Assert.That(result.Find<NoteFiled>(), Is.EqualTo(new NoteFiled("file")));
        Assert.That(await Count(), Is.EqualTo((2, 1)));
    }

    private void Observe(CommitMoment moment)
    {
        if (moment == _crashAt)
            throw new IOException("The lights went out.");
    }

    private async Task<(int History, int Rows)> Count()
    {
        await using var db = _office.OpenDb();
        return (await db.History.IgnoreQueryFilters().CountAsync(), await db.Attachments.IgnoreQueryFilters().CountAsync());
    }

    private Task<StepResult> Take(string commandId, string words) => _office.Runner.Run(
        new StepRequest(TestOffice.Agency, "instance", commandId, "an"), step => step.Record(new NoteTaken(words, 0)), default);
}

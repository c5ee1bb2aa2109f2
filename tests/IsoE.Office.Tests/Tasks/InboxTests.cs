using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;

namespace IsoE.Office.Tests.Tasks;

public sealed class InboxTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Tasks_of_the_role_come_by_due_time_and_page_by_page()
    {
        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            codes.Add((await _bed.Receive()).Code);
            _bed.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        var read = new List<string>();
        InboxCursor? next = null;
        do
        {
            var page = await Read("specialist", InboxList.Unit, InboxCursor.Parse(next?.ToString()), 2);
            read.AddRange(page.Tasks.Select(task => task.DossierCode));
            next = page.Next;
        }
        while (next is not null);

        Assert.That(read, Is.EqualTo(codes));
    }

    [Test]
    public async Task A_claimed_task_moves_from_the_units_list_to_the_own_one_and_then_to_the_done_one()
    {
        var id = (await _bed.Receive()).InstanceId;
        var before = await Count("specialist");
        var task = await _bed.OpenTask(id);
        var actor = await _bed.As("specialist");
        await _bed.Run<ClaimTask, StepResult>(command => command.Run(actor, task.Id, _bed.NewCommand(), default));
        var claimed = await Count("specialist");
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        var done = await Count("specialist");

        Assert.That((before.Mine, before.Unit, before.Done), Is.EqualTo((0, 1, 0)));
        Assert.That((claimed.Mine, claimed.Unit, claimed.Done), Is.EqualTo((1, 0, 0)));
        Assert.That((done.Mine, done.Unit, done.Done), Is.EqualTo((0, 0, 1)));
        Assert.That((await Read("specialist", InboxList.Done, null, 10)).Tasks.Single().Outcome, Is.EqualTo("Eligible"));
    }

    [Test]
    public async Task A_task_past_its_time_counts_as_overdue()
    {
        var id = (await _bed.Receive()).InstanceId;
        var task = await _bed.OpenTask(id);
        var actor = await _bed.As("specialist");
        await _bed.Run<ClaimTask, StepResult>(command => command.Run(actor, task.Id, _bed.NewCommand(), default));

        _bed.Clock.Now = task.DueAt;
        var onTime = await Count("specialist");
        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await Count("specialist");

        Assert.That((onTime.Overdue, late.Overdue), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Nobody_sees_tasks_of_roles_they_do_not_hold()
    {
        await _bed.Receive();

        Assert.That((await Read("clerk", InboxList.Unit, null, 10)).Tasks, Is.Empty);
        Assert.That((await Read("admin", InboxList.Unit, null, 10)).Tasks, Is.Empty);
    }

    [Test]
    public async Task Another_agency_sees_nothing()
    {
        await _bed.Receive();
        var stranger = await _bed.As("other-specialist", DossierBed.OtherCommune);

        var page = await _bed.Run<Inbox, InboxPage>(
            inbox => inbox.Read(stranger, InboxList.Unit, null, null, 10, default), DossierBed.OtherCommune);

        Assert.That(page.Tasks, Is.Empty);
    }

    [TestCase("")]
    [TestCase("x.y")]
    [TestCase("-5.id")]
    [TestCase("99999999999999999999.id")]
    public void A_broken_cursor_reads_as_none(string text) => Assert.That(InboxCursor.Parse(text), Is.Null);

    private async Task<InboxPage> Read(string person, InboxList list, InboxCursor? after, int size)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<Inbox, InboxPage>(inbox => inbox.Read(actor, list, null, after, size, default));
    }

    private async Task<InboxCounts> Count(string person)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<Inbox, InboxCounts>(inbox => inbox.Count(actor, default));
    }
}

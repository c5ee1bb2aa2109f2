using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Tasks;

public sealed class TaskCommandTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;
    private string _dossier = null!;

    [SetUp]
    public async Task Start()
    {
        _bed = await DossierBed.Start(Kind);
        _dossier = (await _bed.Receive()).InstanceId;
    }

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_claimed_task_names_who_has_it()
    {
        await Claim("specialist");

        var task = await _bed.OpenTask(_dossier);
        Assert.That((task.AssigneeId, task.AssigneeName, task.Version), Is.EqualTo(("specialist", "Đặng Quốc Bảo", 2)));
    }

    [Test]
    public async Task Claiming_what_one_has_already_changes_nothing()
    {
        await Claim("specialist");

        await Claim("specialist");

        Assert.That((await _bed.OpenTask(_dossier)).Version, Is.EqualTo(2));
    }

    [Test]
    public async Task A_task_somebody_has_cannot_be_claimed_by_another()
    {
        await Claim("specialist");

        var refusal = await Refused(() => Claim("specialist2"));

        Assert.That(refusal.Code, Is.EqualTo("task-taken"));
        Assert.That(refusal.Reason.Vi, Does.Contain("Đặng Quốc Bảo").And.Contain("02/11/2026"));
    }

    [Test]
    public async Task A_released_task_is_everybodys_again()
    {
        await Claim("specialist");
        var task = await _bed.OpenTask(_dossier);
        var actor = await _bed.As("specialist");

        await _bed.Run<ReleaseTask, StepResult>(command => command.Run(actor, task.Id, _bed.NewCommand(), default));
        await Claim("specialist2");

        Assert.That((await _bed.OpenTask(_dossier)).AssigneeId, Is.EqualTo("specialist2"));
    }

    [Test]
    public async Task A_task_of_another_cannot_be_released()
    {
        await Claim("specialist");
        var task = await _bed.OpenTask(_dossier);
        var actor = await _bed.As("specialist2");

        var refusal = await Refused(() => _bed.Run<ReleaseTask, StepResult>(command => command.Run(actor, task.Id, _bed.NewCommand(), default)));

        Assert.That(refusal.Code, Is.EqualTo("task-not-yours"));
    }

    [Test]
    public async Task Of_two_who_complete_at_once_one_wins_and_the_other_is_told_who_and_when()
    {
        var task = await _bed.OpenTask(_dossier);
        var people = new[] { await _bed.As("specialist"), await _bed.As("specialist2") };

        var tries = people.Select(person => Try(() => _bed.Run<CompleteTask, StepResult>(
            command => command.Run(person, Completion(task, "Eligible", Samples.Eligible), default)))).ToList();
        var refusals = (await Task.WhenAll(tries)).OfType<RejectedException>().ToList();

        Assert.That(refusals, Has.Count.EqualTo(1));
        Assert.That(refusals[0].Code, Is.EqualTo("task-done"));
        Assert.That(refusals[0].Reason.Vi, Does.Contain("Đặng Quốc Bảo").Or.Contain("Bùi Thị Thu"));
        Assert.That(refusals[0].Reason.Vi, Does.Contain("02/11/2026"));
        Assert.That((await _bed.OpenTask(_dossier)).ActivityId, Is.EqualTo("sign"));
    }

    [Test]
    public async Task A_completion_sent_twice_returns_the_first_answer()
    {
        var actor = await _bed.As("specialist");
        var form = Completion(await _bed.OpenTask(_dossier), "Eligible", Samples.Eligible);
        var first = await _bed.Run<CompleteTask, StepResult>(command => command.Run(actor, form, default));

        var again = await _bed.Run<CompleteTask, StepResult>(command => command.Run(actor, form, default));

        Assert.That(again.Repeated);
        Assert.That(again.Sequence, Is.EqualTo(first.Sequence));
    }

    [Test]
    public async Task A_task_changed_since_it_was_seen_is_refused()
    {
        var seen = await _bed.OpenTask(_dossier);
        await Claim("specialist");
        var actor = await _bed.As("specialist");

        var refusal = await Refused(() => _bed.Run<CompleteTask, StepResult>(
            command => command.Run(actor, Completion(seen, "Eligible", Samples.Eligible), default)));

        Assert.That(refusal.Code, Is.EqualTo("task-changed"));
    }

    [Test]
    public async Task Wrong_values_are_reported_by_field_and_the_task_stays_open()
    {
        var refusal = await Refused(() => _bed.Complete(_dossier, "appraise", "specialist", "Eligible", new { businessCode = "x" }));

        Assert.That(refusal.Code, Is.EqualTo("form-invalid"));
        Assert.That(refusal.Fields.Keys, Is.EquivalentTo(new[] { "nameUnique", "businessCode", "conditionalLines" }));
        Assert.That((await _bed.OpenTask(_dossier)).ActivityId, Is.EqualTo("appraise"));
    }

    [Test]
    public async Task An_outcome_the_step_does_not_have_is_refused_naming_those_it_has()
    {
        var refusal = await Refused(() => _bed.Complete(_dossier, "appraise", "specialist", "Granted", Samples.Eligible));

        Assert.That(refusal.Code, Is.EqualTo("outcome-unknown"));
    }

    [Test]
    public async Task Who_does_not_hold_the_role_is_refused()
    {
        var refusal = await Refused(() => _bed.Complete(_dossier, "appraise", "clerk", "Eligible", Samples.Eligible));

        Assert.That(refusal.Code, Is.EqualTo("not-your-role"));
    }

    [Test]
    public async Task A_task_that_does_not_exist_is_refused()
    {
        var actor = await _bed.As("specialist");

        var refusal = await Refused(() => _bed.Run<ClaimTask, StepResult>(
            command => command.Run(actor, $"{_dossier}-999", _bed.NewCommand(), default)));

        Assert.That(refusal.Code, Is.EqualTo("task-unknown"));
    }

    [Test]
    public async Task A_task_of_a_stopped_dossier_is_no_longer_wanted()
    {
        var task = await _bed.OpenTask(_dossier);
        await Claim("specialist");
        var leader = await _bed.As("leader");
        await _bed.Run<Office.Dossiers.StopDossier, StepResult>(command => command.Run(leader, _dossier, "Người nộp đã mất", _bed.NewCommand(), default));

        var actor = await _bed.As("specialist");
        var refusal = await Refused(() => _bed.Run<CompleteTask, StepResult>(
            command => command.Run(actor, Completion(task, "Eligible", Samples.Eligible), default)));

        Assert.That(refusal.Code, Is.EqualTo("task-cancelled"));
    }

    [Test]
    public async Task A_head_gives_a_task_to_somebody_with_the_role()
    {
        await Reassign("head", "specialist2");

        Assert.That((await _bed.OpenTask(_dossier)).AssigneeId, Is.EqualTo("specialist2"));
    }

    [Test]
    public async Task Who_has_a_task_may_hand_it_to_a_colleague()
    {
        await Claim("specialist");

        await Reassign("specialist", "specialist2");

        Assert.That((await _bed.OpenTask(_dossier)).AssigneeName, Is.EqualTo("Bùi Thị Thu"));
    }

    [TestCase("specialist", "specialist2", "not-allowed")]
    [TestCase("head", "clerk", "not-your-role")]
    [TestCase("head", "nobody", "person-unknown")]
    [TestCase("admin", "specialist2", "sod-7")]
    public async Task A_task_is_not_given_by_or_to_just_anybody(string by, string to, string code) =>
        Assert.That((await Refused(() => Reassign(by, to))).Code, Is.EqualTo(code));

    [Test]
    public async Task Reassigning_needs_a_reason() =>
        Assert.That((await Refused(() => Reassign("head", "specialist2", " "))).Code, Is.EqualTo("reason-missing"));

    [Test]
    public async Task A_step_whose_time_is_over_passes_to_the_next_level()
    {
        await EscalatedSignature();

        var task = await _bed.OpenTask(_dossier);
        Assert.That((task.Role, task.DeclaredRole, task.AssigneeId), Is.EqualTo(("agency_leader", "division_head", (string?)null)));
        Assert.That((await Refused(() => _bed.Complete(_dossier, "sign", "head", "Signed"))).Code, Is.EqualTo("not-your-role"));
        await _bed.Complete(_dossier, "sign", "leader", "Signed");
    }

    [Test]
    public async Task An_escalated_task_can_be_given_back_to_the_level_below()
    {
        await EscalatedSignature();

        await Reassign("leader", "head");
        await _bed.Complete(_dossier, "sign", "head", "Signed");

        Assert.That((await _bed.OpenTask(_dossier)).ActivityId, Is.EqualTo("issue"));
    }

    [Test]
    public async Task The_page_of_a_task_shows_its_form_and_who_may_not_do_it()
    {
        var task = await _bed.OpenTask(_dossier);
        var (specialist, clerk) = (await _bed.As("specialist"), await _bed.As("clerk"));

        var mine = await _bed.Run<FindTask, TaskView?>(query => query.Run(specialist, task.Id, default));
        var theirs = await _bed.Run<FindTask, TaskView?>(query => query.Run(clerk, task.Id, default));

        Assert.That(mine!.Form!.Id, Is.EqualTo("appraisal"));
        Assert.That(mine.Wait!.Outcomes, Is.EqualTo(new[] { "Eligible", "NeedsSupplement", "NotEligible" }));
        Assert.That(mine.Obstacle, Is.Null);
        Assert.That(theirs!.Obstacle!.En, Does.Contain("Specialist"));
    }

    private async Task EscalatedSignature()
    {
        await _bed.Complete(_dossier, "appraise", "specialist", "Eligible", Samples.Eligible);
        _bed.Clock.Advance(TimeSpan.FromDays(4));
        await _bed.Sweep();
    }

    private async Task<StepResult> Claim(string person)
    {
        var task = await _bed.OpenTask(_dossier);
        var actor = await _bed.As(person);
        return await _bed.Run<ClaimTask, StepResult>(command => command.Run(actor, task.Id, _bed.NewCommand(), default));
    }

    private async Task<StepResult> Reassign(string by, string to, string reason = "Cân đối công việc")
    {
        var task = await _bed.OpenTask(_dossier);
        var actor = await _bed.As(by);
        return await _bed.Run<ReassignTask, StepResult>(
            command => command.Run(actor, new Reassignment(task.Id, task.Version, to, reason, _bed.NewCommand()), default));
    }

    private TaskCompletion Completion(TaskRow task, string outcome, object values) =>
        new(task.Id, task.Version, outcome, JsonSerializer.SerializeToElement(values), _bed.NewCommand());

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;

    private static async Task<object?> Try(Func<Task<StepResult>> act)
    {
        try
        {
            return await act();
        }
        catch (RejectedException refused)
        {
            return refused;
        }
    }
}

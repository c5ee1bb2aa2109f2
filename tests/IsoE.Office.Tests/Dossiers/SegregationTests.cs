using IsoE.Office.Cashiers;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>What one person may not do on the same dossier, even with all the roles.</summary>
public sealed class SegregationTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Who_appraises_does_not_sign_and_is_told_who_can()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "all-hands", "Eligible", Samples.Eligible);

        var refusal = await Refused(() => _bed.Complete(id, "sign", "all-hands", "Signed"));

        Assert.That(refusal.Code, Is.EqualTo("sod-1"));
        Assert.That(refusal.Reason.Vi, Does.Contain("Đỗ Văn Thành").And.Not.Contain("thay: Tạ Văn Đa"));
        await _bed.Complete(id, "sign", "head", "Signed");
    }

    [Test]
    public void The_specialist_does_not_sign_as_leader_even_when_the_definition_does_not_say_so()
    {
        var deeds = new[] { new Deed(Deeds.Step, "an", "appraise", Roles.Specialist) };
        var an = new Actor("A", "an", "Nguyễn Văn An", [new Grant(Roles.AgencyLeader)]);

        Assert.That(Segregation.OnTask(an, Roles.AgencyLeader, [], deeds)!.Rule, Is.EqualTo("SoD-1"));
        Assert.That(Segregation.OnTask(an with { PersonId = "binh" }, Roles.AgencyLeader, [], deeds), Is.Null);
    }

    [Test]
    public async Task Who_set_the_fee_does_not_collect_it()
    {
        var id = (await _bed.Receive()).InstanceId;
        await Run<SetFee>("all-hands", (command, actor) => command.Run(actor, id, 50_000, "Giảm", _bed.NewCommand(), default));

        var refusal = await Refused(() => Pay(id, "all-hands"));
        await Pay(id, "cashier");

        Assert.That(refusal.Code, Is.EqualTo("sod-3"));
        Assert.That(refusal.Reason.Vi, Does.Contain("Phạm Thị Lan"));
        Assert.That((await _bed.Dossier(id)).AmountPaid, Is.EqualTo(50_000));
    }

    [Test]
    public async Task A_cashier_does_not_cancel_the_own_receipt()
    {
        var id = (await _bed.Receive()).InstanceId;
        await Pay(id, "cashier", 100_000);

        var refusal = await Refused(() => Cancel(id, "cashier"));
        await Cancel(id, "cashier2");

        Assert.That(refusal.Code, Is.EqualTo("sod-4"));
        Assert.That((await _bed.Dossier(id)).Money, Is.EqualTo(MoneyState.Refunded));
    }

    [Test]
    public async Task Nobody_receives_settles_and_returns_the_same_dossier_alone()
    {
        var id = (await _bed.Receive(form => form with { ForwardAtOnce = false }, "all-hands")).InstanceId;
        await _bed.Complete(id, "receive", "reception", values: Samples.Receiving);
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);
        await _bed.Complete(id, "sign", "head", "Signed");
        await _bed.Complete(id, "issue", "all-hands", "Issued", Samples.Issuing);

        var byTask = await Refused(() => _bed.Complete(id, "return", "all-hands", "Returned", Samples.Returning));
        var byCommand = await Refused(() => Return(id, "all-hands"));
        await Return(id, "return");

        Assert.That(new[] { byTask.Code, byCommand.Code }, Is.All.EqualTo("sod-5"));
        Assert.That((await _bed.Dossier(id)).ReturnedBy, Is.EqualTo("return"));
    }

    [Test]
    public async Task An_administrator_decides_on_no_dossier()
    {
        var id = (await _bed.Receive()).InstanceId;
        var admin = (await _bed.As("admin")) with { Grants = [new Grant(Roles.TenantAdmin), new Grant(Roles.AgencyLeader), new Grant(Roles.Specialist)] };

        var stopping = await Refused(() => _bed.Run<StopDossier, StepResult>(
            command => command.Run(admin, id, "Thử", _bed.NewCommand(), default)));
        var task = await _bed.OpenTask(id);
        var claiming = await Refused(() => _bed.Run<ClaimTask, StepResult>(
            command => command.Run(admin, task.Id, _bed.NewCommand(), default)));

        Assert.That(new[] { stopping.Code, claiming.Code }, Is.All.EqualTo("sod-7"));
    }

    [Test]
    public async Task A_refused_attempt_changes_nothing_and_is_noted()
    {
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "all-hands", "Eligible", Samples.Eligible);
        var (facts, task) = ((await _bed.Facts(id)).Count, await _bed.OpenTask(id));

        var refused = await Refused(() => _bed.Complete(id, "sign", "all-hands", "Signed"));

        var noted = (await _bed.Facts(id)).Skip(facts).ToList();
        Assert.That(noted, Has.Count.EqualTo(1));
        Assert.That((noted[0] as SegregationRefused)?.Rule, Is.EqualTo(refused.Code));
        Assert.That((await _bed.OpenTask(id)).Version, Is.EqualTo(task.Version));
    }

    private Task Pay(string id, string person, decimal amount = 50_000) => Run<RecordPayment>(
        person, (command, actor) => command.Run(actor, new PaymentForm(id, amount, "cash", default, _bed.NewCommand()), default));

    private Task Cancel(string id, string person) => Run<CancelReceipt>(
        person, (command, actor) => command.Run(actor, id, "Ghi nhầm", _bed.NewCommand(), default));

    private Task Return(string id, string person) => Run<ReturnResult>(
        person,
        (command, actor) => command.Run(
            actor, new ReturnForm(id, "Nguyễn Văn Đào", null, ReturnWay.Counter, null, default, _bed.NewCommand()), default));

    private async Task Run<TCommand>(string person, Func<TCommand, Actor, Task> run)
        where TCommand : notnull
    {
        var actor = await _bed.As(person);
        await _bed.Run<TCommand>(command => run(command, actor));
    }

    private static async Task<RejectedException> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RejectedException>(act))!;
}

using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Organisation;

public sealed class DelegationTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private static readonly DelegationForm Form = new(
        "head", "leader2", Roles.DivisionHead, null, null, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), "12/GUQ-UBND", new DateOnly(2026, 10, 30));

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_delegate_does_the_task_and_history_names_the_principal()
    {
        await Grant(Form);
        var id = (await _bed.Receive()).InstanceId;
        await _bed.Complete(id, "appraise", "specialist", "Eligible", Samples.Eligible);

        await _bed.Complete(id, "sign", "leader2", "Signed");

        var acted = (await _bed.Facts(id)).OfType<ActedOnBehalf>().Single();
        Assert.That((acted.PersonName, acted.OnBehalfOf, acted.Role), Is.EqualTo(("Hồ Văn Lợi", "head", Roles.DivisionHead)));
    }

    [Test]
    public async Task A_delegation_holds_only_on_its_days()
    {
        await Grant(Form);
        var inTime = await _bed.As("leader2");
        _bed.Clock.Now = new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);
        var later = await _bed.As("leader2");

        Assert.That((inTime.Has(Roles.DivisionHead), later.Has(Roles.DivisionHead)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_revoked_delegation_ends_at_once()
    {
        var delegation = await Grant(Form);
        var head = await _bed.As("head");

        await _bed.Run<RevokeDelegation>(command => command.Run(head, delegation.Id, default));

        Assert.That((await _bed.As("leader2")).Has(Roles.DivisionHead), Is.False);
    }

    [Test]
    public async Task What_was_delegated_is_not_passed_on()
    {
        await Grant(Form);

        var refusal = await Refused(Form with { FromPersonId = "leader2", ToPersonId = "specialist" });

        Assert.That(refusal.Code, Is.EqualTo("sod-9"));
    }

    [Test]
    public async Task A_delegation_needs_days_in_order_a_document_and_another_person()
    {
        Assert.That((await Refused(Form with { ToOn = new DateOnly(2026, 10, 1) })).Code, Is.EqualTo("delegation-dates"));
        Assert.That((await Refused(Form with { DocumentNumber = " " })).Code, Is.EqualTo("delegation-document"));
        Assert.That((await Refused(Form with { ToPersonId = "head" })).Code, Is.EqualTo("delegation-self"));
    }

    [TestCase("clerk")]
    [TestCase("admin")]
    public async Task Only_a_leader_approves_a_delegation(string person)
    {
        var actor = await _bed.As(person);

        var refusal = await Assert.ThrowsAsync<RejectedException>(
            () => _bed.Run<GrantDelegation, Delegation>(command => command.Run(actor, Form, default)));

        Assert.That(refusal!.Code, Is.EqualTo("not-allowed"));
    }

    private async Task<Delegation> Grant(DelegationForm form)
    {
        var leader = await _bed.As("leader");
        return await _bed.Run<GrantDelegation, Delegation>(command => command.Run(leader, form, default));
    }

    private async Task<RejectedException> Refused(DelegationForm form) =>
        (await Assert.ThrowsAsync<RejectedException>(() => Grant(form)))!;
}

using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Quality;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Quality.Audits;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Quality.Reviews;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Office.Tests.Quality;
using IsoE.Office.Tests.Queue;

namespace IsoE.Office.Tests.Organisation;

/// <summary>Auditors from outside, invited on Monday 02/11/2026 for five days.</summary>
public sealed class ExternalAuditorTests
{
    private static readonly DateOnly First = new(2026, 11, 2);

    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task Access_begins_on_the_first_day_and_ends_by_itself_after_the_last()
    {
        var auditor = await Invite();
        var dossier = await _bed.Receive();
        var during = await Find(auditor, dossier);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(4);
        var last = await Find(auditor, dossier);
        _bed.Clock.Now = _bed.Clock.Now.AddDays(1);

        Assert.That((during?.Dossier.Code, last?.Dossier.Code), Is.EqualTo((dossier.Code, dossier.Code)));
        Assert.That((await QueueBed.Refused(() => _bed.As(auditor))).Code, Is.EqualTo("person-left"));
    }

    [Test]
    public async Task Invited_to_one_procedure_nobody_sees_another_in_page_list_or_export()
    {
        var auditor = await Invite(invitation => invitation with { ProcedureCode = "QT-04" });
        var dossier = await _bed.Receive();
        var report = await _bed.OpenInternal();
        var actor = await _bed.As(auditor);
        Task<DossierPage> List(bool isInternal) => _bed.Run<SearchDossiers, DossierPage>(search => search.Run(actor, new DossierSearch(Internal: isInternal), default));

        Assert.That((await QueueBed.Refused(() => Find(auditor, dossier))).Code, Is.EqualTo("not-allowed"));
        Assert.That((await Find(auditor, report))!.Dossier.Code, Is.EqualTo(report.Code));
        Assert.That((await List(false)).Dossiers, Is.Empty);
        Assert.That((await List(true)).Dossiers.Select(row => row.Code), Is.EqualTo(new[] { report.Code }));
        Assert.That(Rights.Allows(actor, Right.ExportDossiers), Is.False);
        Assert.That(Rights.Allows(await _bed.As(await Invite()), Right.ExportDossiers), Is.True);
    }

    [Test]
    public async Task Invited_to_one_unit_nobody_sees_the_dossiers_of_another()
    {
        var economy = await Invite(invitation => invitation with { UnitCode = "economy" });
        var culture = await Invite(invitation => invitation with { UnitCode = "culture" });
        var dossier = await _bed.Receive();

        Assert.That((await Find(economy, dossier))!.Dossier.Code, Is.EqualTo(dossier.Code));
        Assert.That((await QueueBed.Refused(() => Find(culture, dossier))).Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task Invited_to_a_part_nobody_reads_registers_figures_or_evidence_of_the_whole()
    {
        var part = await _bed.As(await Invite(invitation => invitation with { UnitCode = "economy" }));
        var whole = await _bed.As(await Invite());
        (string Name, Func<Actor, Task> Read)[] readings =
        [
            ("register", actor => _bed.Run<ReadRegister>(read => read.Run(actor, "risks", default))),
            ("matrix", actor => _bed.Run<ReadMatrix>(read => read.Run(actor, null, default))),
            ("review input", actor => _bed.Run<ReadReviewInputs>(read => read.Run(actor, First, First, default))),
            ("satisfaction", actor => _bed.Run<ReadSatisfaction>(read => read.Run(actor, First, First, default))),
        ];

        foreach (var (name, read) in readings)
        {
            await read(whole);
            var refused = await QueueBed.Refused(() => read(part));
            Assert.That(refused.Code, Is.EqualTo("not-allowed"), name);
            Assert.That(refused.Reason.En, Does.StartWith("This is about the whole agency"), name);
        }

        foreach (var right in new[] { Right.ReadReports, Right.ExportReports, Right.ReadRegisters, Right.ExportAuditLog })
            Assert.That((Rights.Allows(part, right), Rights.Allows(whole, right)), Is.EqualTo((false, true)), right.Code);
    }

    [Test]
    public async Task Invited_to_one_unit_lists_of_nonconformities_and_their_actions_show_that_unit_and_no_audit_of_all()
    {
        await using (var db = _bed.Office.OpenDb())
        {
            db.Add(new Unit { AgencyId = DossierBed.Ward, Code = "office", NameVi = "Văn phòng", NameEn = "Office", FromOn = Samples.Founded });
            await db.SaveChangesAsync();
        }
        await _bed.OpenInternal();
        var report = await _bed.PlannedReport("head");
        await _bed.Complete(report.InstanceId, "approve-action", "qmr", "Approved");
        var other = await _bed.OpenInternal();
        await _bed.Complete(other.InstanceId, "register", "iso", "Registered", new { ncNumber = "02/2026", responsibleUnit = "office", clauseConfirmed = "8.5.1" });
        var audit = await _bed.OpenInternal(
            opening => opening with { ProcedureCode = "QT-03", CaseId = "adhoc", Form = JsonSerializer.SerializeToElement(new { auditName = "Đột xuất", year = 2026, purpose = "x", cause = "y" }) }, by: "auditor");
        var whole = await _bed.As(await Invite());
        var economy = await _bed.As(await Invite(invitation => invitation with { UnitCode = "economy" }));
        var office = await _bed.As(await Invite(invitation => invitation with { UnitCode = "office" }));
        Task<IReadOnlyList<NonconformityLine>> Lines(Actor actor) => _bed.Run<ReadNonconformities, IReadOnlyList<NonconformityLine>>(read => read.Run(actor, First, First, default));
        Task<IReadOnlyList<DossierRow>> Audits(Actor actor) => _bed.Run<ReadAudit, IReadOnlyList<DossierRow>>(read => read.List(actor, default));
        Task<IReadOnlyList<AssignedAction>> Actions(Actor actor) => _bed.Run<ReadActions, IReadOnlyList<AssignedAction>>(read => read.Run(actor, null, default));

        Assert.That((await Lines(whole)).Count, Is.EqualTo(3));
        Assert.That((await Lines(economy)).Select(line => line.Dossier.Code), Is.EqualTo(new[] { report.Code }));
        Assert.That((await Lines(office)).Select(line => line.Dossier.Code), Is.EqualTo(new[] { other.Code }));
        Assert.That(((await Actions(economy)).Count, (await Actions(office)).Count), Is.EqualTo((2, 0)));
        Assert.That((await Audits(whole)).Select(row => row.Code), Is.EqualTo(new[] { audit.Code }));
        Assert.That(await Audits(economy), Is.Empty);
        Assert.That((await QueueBed.Refused(() => _bed.Run<PrintNonconformity>(print => print.Run(office, report.Code, "vi", default)))).Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task They_read_registers_and_write_none()
    {
        var actor = await _bed.As(await Invite());
        await _bed.Run<ReadRegister>(read => read.Run(actor, "risks", default));
        var refused = await QueueBed.Refused(() => _bed.Run<KeepRegister>(keep => keep.Close(actor, "x", "y", _bed.NewCommand(), default)));

        Assert.That(refused.Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task An_invitation_has_a_last_day_a_scope_and_an_inviter_and_sent_twice_invites_once()
    {
        async Task<string> Refused(Func<AuditorInvitation, AuditorInvitation> change, string by = "qmr") =>
            (await QueueBed.Refused(() => Invite(change, by))).Code;

        Assert.That(await Refused(it => it with { ToOn = First.AddDays(-1) }), Is.EqualTo("invitation-dates"));
        Assert.That(await Refused(it => it with { ToOn = First.AddYears(2) }), Is.EqualTo("invitation-dates"));
        Assert.That(await Refused(it => it with { UnitCode = "economy", ProcedureCode = "QT-04" }), Is.EqualTo("invitation-scope"));
        Assert.That(await Refused(it => it with { UnitCode = "nowhere" }), Is.EqualTo("unit-unknown"));
        Assert.That(await Refused(it => it, by: "admin"), Is.EqualTo("not-allowed"));
        Assert.That(await Refused(it => it, by: "iso"), Is.EqualTo("not-allowed"));
        var first = await Invite(it => it with { CommandId = "one" });
        Assert.That(await Invite(it => it with { CommandId = "one" }), Is.EqualTo(first));
        var admin = await _bed.As("admin");
        Assert.That((await QueueBed.Refused(() => _bed.Run<GiveRole>(give => give.Run(admin, "head", Roles.ExternalAuditor, null, First, default)))).Code, Is.EqualTo("auditor-invited"));
    }

    private async Task<string> Invite(Func<AuditorInvitation, AuditorInvitation>? change = null, string by = "qmr")
    {
        var actor = await _bed.As(by);
        var invitation = new AuditorInvitation(_bed.NewCommand(), "Lê Văn Kiểm", "Trung tâm chứng nhận", null, null, null, First, First.AddDays(4));
        return (await _bed.Run<InviteAuditor, Person>(invite => invite.Run(actor, change?.Invoke(invitation) ?? invitation, default))).Id;
    }

    private async Task<DossierView?> Find(string person, DossierRow dossier)
    {
        var actor = await _bed.As(person);
        return await _bed.Run<FindDossier, DossierView?>(find => find.Run(actor, dossier.Code, default));
    }
}

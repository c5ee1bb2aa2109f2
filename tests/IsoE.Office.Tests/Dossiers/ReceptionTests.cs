using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Dossiers;

public sealed class ReceptionTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(Kind);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_complete_dossier_gets_a_code_a_promised_date_and_its_first_task()
    {
        var dossier = await _bed.Receive();

        Assert.That(dossier.Code, Is.EqualTo("H29.150-261102-0001"));
        Assert.That(dossier.NationalStatus, Is.EqualTo(NationalStatus.Accepted));
        // Three working days from Monday 02/11/2026 end on Thursday 05/11 at 17:00.
        Assert.That(dossier.PromisedAt, Is.EqualTo(VietnamTime.ToInstant(new DateTime(2026, 11, 5, 17, 0, 0))));
        Assert.That(dossier.AmountDue, Is.EqualTo(100_000));
        var task = await _bed.OpenTask(dossier.InstanceId);
        Assert.That((task.ActivityId, task.Role, task.DossierCode), Is.EqualTo(("appraise", "specialist", dossier.Code)));
    }

    [Test]
    public async Task Codes_are_numbered_by_agency_and_day()
    {
        var first = await _bed.Receive();
        var second = await _bed.Receive();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        var third = await _bed.Receive();

        Assert.That(
            new[] { first.Code, second.Code, third.Code },
            Is.EqualTo(new[] { "H29.150-261102-0001", "H29.150-261102-0002", "H29.150-261103-0001" }));
    }

    [Test]
    public async Task A_reception_sent_twice_makes_one_dossier()
    {
        var id = _bed.Office.NewId();
        var first = await _bed.Receive(form => form with { DossierId = id });

        var again = await _bed.Receive(form => form with { DossierId = id, Note = "lần hai" });

        Assert.That(again.Code, Is.EqualTo(first.Code));
        Assert.That((await _bed.Receive()).Code, Does.EndWith("-0002"));
    }

    [Test]
    public async Task Without_forwarding_the_reception_step_waits_for_the_counter()
    {
        var dossier = await _bed.Receive(form => form with { ForwardAtOnce = false });

        var task = await _bed.OpenTask(dossier.InstanceId);
        Assert.That((task.ActivityId, task.Role), Is.EqualTo(("receive", "reception_officer")));
    }

    [Test]
    public async Task A_missing_component_is_named()
    {
        var refusal = await Refused(form => form with { Components = [] });

        Assert.That(refusal.Code, Is.EqualTo("components-missing"));
        Assert.That(refusal.Reason.Vi, Does.Contain("1 bản chính"));
    }

    [Test]
    public async Task A_component_the_form_makes_necessary_is_asked_for()
    {
        var refusal = await Refused(form => form with { Form = Changed(form.Form, "placeKind", "rented") });

        Assert.That(refusal.Code, Is.EqualTo("components-missing"));
        Assert.That(refusal.Reason.Vi, Does.Contain("1 bản sao"));
    }

    [Test]
    public async Task Too_few_copies_are_not_enough()
    {
        var refusal = await Refused(form => form with { Components = [new ComponentCheck("request", 0, 0, ComponentStates.Enough)] });

        Assert.That(refusal.Code, Is.EqualTo("components-missing"));
    }

    [Test]
    public async Task Wrong_form_values_are_reported_field_by_field()
    {
        var refusal = await Refused(form => form with
        {
            Form = Changed(Changed(form.Form, "ownerIdentity", "123"), "workers", "nhiều"),
        });

        Assert.That(refusal.Code, Is.EqualTo("form-invalid"));
        Assert.That(refusal.Fields.Keys, Is.EquivalentTo(new[] { "ownerIdentity", "workers" }));
    }

    [Test]
    public async Task An_applicant_without_name_and_with_a_wrong_phone_is_refused()
    {
        var refusal = await Refused(form => form with { Applicant = Samples.Applicant with { Name = " ", Phone = "12" } });

        Assert.That(refusal.Fields.Keys, Is.EquivalentTo(new[] { "applicant.name", "applicant.phone" }));
    }

    [TestCase("9.999999", "procedure-not-in-force")]
    [TestCase("3.000333", "procedure-elsewhere")]
    [TestCase("1.001612", "case-unknown")]
    public async Task An_unknown_procedure_or_case_is_refused(string procedure, string code) =>
        Assert.That((await Refused(form => form with { ProcedureCode = procedure, CaseId = "other" })).Code, Is.EqualTo(code));

    [Test]
    public async Task An_unknown_component_is_refused() =>
        Assert.That(
            (await Refused(form => form with { Components = [.. form.Components, new ComponentCheck("x", 1, 0, ComponentStates.Enough)] })).Code,
            Is.EqualTo("component-unknown"));

    [Test]
    public async Task A_malformed_id_is_refused() =>
        Assert.That((await Refused(form => form with { DossierId = "1" })).Code, Is.EqualTo("dossier-id"));

    [TestCase("specialist", "not-allowed")]
    [TestCase("admin", "not-allowed")]
    public async Task Only_the_counter_receives(string person, string code) =>
        Assert.That((await Refused(form => form, person)).Code, Is.EqualTo(code));

    [Test]
    public async Task A_refused_reception_takes_no_number()
    {
        await Refused(form => form with { Components = [] });
        await Refused(form => form with { ReceptionValues = JsonSerializer.SerializeToElement(new { }) });

        Assert.That((await _bed.Receive()).Code, Does.EndWith("-0001"));
    }

    [Test]
    public async Task A_dossier_refused_at_the_counter_has_a_code_a_reason_and_no_procedure()
    {
        var actor = await _bed.As("reception");
        var reception = Samples.Business(_bed.Office.NewId()) with { Components = [] };

        var dossier = await _bed.Run<RefuseAtCounter, DossierRow>(
            command => command.Run(actor, reception, "Không thuộc thẩm quyền của phường", default));

        Assert.That(dossier.NationalStatus, Is.EqualTo(NationalStatus.NotAccepted));
        Assert.That(dossier.Code, Does.EndWith("-0001"));
        Assert.That(await _bed.Tasks(dossier.InstanceId), Is.Empty);
    }

    [Test]
    public async Task A_refusal_at_the_counter_needs_a_reason()
    {
        var actor = await _bed.As("reception");
        var reception = Samples.Business(_bed.Office.NewId());

        var refusal = (await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<RefuseAtCounter, DossierRow>(
            command => command.Run(actor, reception, " ", default))))!;

        Assert.That(refusal.Code, Is.EqualTo("reason-missing"));
    }

    [Test]
    public async Task The_preview_shows_date_checklist_and_fee()
    {
        var actor = await _bed.As("reception");
        var form = Samples.Business(_bed.Office.NewId());

        var preview = await _bed.Run<PreviewReception, ReceptionPreview>(query => Task.FromResult(
            query.Run(actor, form.ProcedureCode, form.CaseId, form.Channel, Changed(form.Form, "placeKind", "rented"))));

        Assert.That(preview.Promise!.DueAt, Is.EqualTo(VietnamTime.ToInstant(new DateTime(2026, 11, 5, 17, 0, 0))));
        Assert.That(
            preview.Components.Where(each => each.IsRequired == true).Select(each => each.Component.Id),
            Is.EqualTo(new[] { "request", "lease" }));
        Assert.That(preview.Total, Is.EqualTo(100_000));
    }

    private async Task<RejectedException> Refused(Func<Reception, Reception> change, string by = "reception") =>
        (await Assert.ThrowsAsync<RejectedException>(() => _bed.Receive(change, by)))!;

    private static JsonElement Changed(JsonElement form, string field, string value)
    {
        var values = form.EnumerateObject().ToDictionary(each => each.Name, each => (object)each.Value);
        values[field] = value;
        return JsonSerializer.SerializeToElement(values);
    }
}

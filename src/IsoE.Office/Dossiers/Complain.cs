using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>
/// Takes what an applicant complains of: it is opened as an internal dossier of the quality system, under the procedure whose
/// form knows complaints as an origin, and stands on the timeline of the dossier it is about.
/// </summary>
public sealed class Complain(OpenInternalDossier open, InstanceRunner instances, ProcedureLibrary procedures, TimeProvider clock)
{
    /// <summary>The answer of a choice that says so.</summary>
    private const string Origin = "complaint";

    /// <param name="about">The own dossier of who complains.</param>
    /// <param name="complaintId">Made when the page was opened: sent again, there is one complaint.</param>
    /// <returns>The internal dossier.</returns>
    /// <exception cref="RejectedException"><c>reason-missing</c>, <c>complaints-not-taken</c>, <c>form-invalid</c>.</exception>
    public async Task<DossierRow> Run(DossierRow about, string? text, string complaintId, CancellationToken cancel)
    {
        var said = OpenDossier.Reason(text);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var version = procedures.InForce(today).FirstOrDefault(each => each.Procedure.IsOpenedByOfficers && OriginOf(each.Procedure) is not null) ?? throw NotTaken();
        var opened = await open.Run(AtTheDesk(about), new InternalOpening(
            complaintId, version.Code, version.Procedure.Cases[0].Id, JsonSerializer.SerializeToElement(Form(version.Procedure, about, said, today)), []), cancel);
        var request = new StepRequest(about.AgencyId, about.InstanceId, $"complain:{complaintId}", Actor.ApplicantId);
        await instances.Run(request, step => step.Record(new ComplaintMade(opened.Code)), cancel);
        return opened;
    }

    /// <summary>The applicant does what the desk would do for them.</summary>
    private static Actor AtTheDesk(DossierRow about)
    {
        var applicant = Actor.OfApplicant(about.AgencyId, about.ApplicantName);
        return applicant with { Grants = [.. applicant.Grants, new Grant(Roles.ReceptionOfficer)] };
    }

    private static FormField? OriginOf(Procedure procedure) => procedure.Form.FirstOrDefault(field => field.Options.Any(option => option.Id == Origin));

    /// <summary>The fields the form has: the first says what it is about, long ones take the words, choices nobody can know their first answer.</summary>
    private static Dictionary<string, string> Form(Procedure procedure, DossierRow about, string said, DateOnly today)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in procedure.Form.Where(field => field.VisibleWhen is null))
            if (Value(field, procedure, about, said, today) is { } value) values[field.Id] = value;
        return values;
    }

    private static string? Value(FormField field, Procedure procedure, DossierRow about, string said, DateOnly today) => field switch
    {
        _ when field.Id == InternalDossier.RelatedField => about.Code,
        _ when field == OriginOf(procedure) => Origin,
        _ when field == procedure.Form[0] => $"Phản ánh của người nộp hồ sơ {about.Code}",
        { Required: true, Type: FieldType.Multiline } => said,
        { Required: true, Type: FieldType.Text } => said[..Math.Min(said.Length, field.MaxLength ?? said.Length)],
        { Required: true, Type: FieldType.Date } => today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        { Required: true, Type: FieldType.Choice } => field.Options[0].Id,
        _ => null,
    };

    private static RejectedException NotTaken() => new("complaints-not-taken", new Text(
        "Cơ quan chưa có quy trình tiếp nhận phản ánh trực tuyến. Hãy gọi điện hoặc đến quầy.",
        "The agency has no procedure for complaints online. Call or come to the counter."));
}

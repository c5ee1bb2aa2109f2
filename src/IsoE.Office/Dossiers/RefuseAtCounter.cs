using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;

namespace IsoE.Office.Dossiers;

/// <summary>Refuses a dossier at the counter with Form 03: it gets a code and a reason, but no procedure is started.</summary>
public sealed class RefuseAtCounter(
    InstanceRunner instances, ProcedureLibrary procedures, FindDossier dossiers, TimeProvider clock)
{
    private const string CommandId = "refuse-at-counter";

    /// <param name="reception">As handed in; the form need not be complete and components may be missing.</param>
    /// <param name="reason">Concrete, in words for the applicant.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">
    /// <c>not-allowed</c>, <c>sod-7</c>, <c>reason-missing</c>, <c>procedure-not-in-force</c>, <c>procedure-elsewhere</c>, <c>procedure-internal</c>, <c>case-unknown</c>, <c>form-invalid</c>
    /// (applicant).
    /// </exception>
    public async Task<DossierRow> Run(Actor actor, Reception reception, string reason, CancellationToken cancel)
    {
        Permit.Require(actor, Right.RefuseAtCounter);
        Permit.RefuseAdministrators(actor);
        var given = OpenDossier.Reason(reason);
        var at = Instant.ToStored(clock.GetUtcNow());
        var version = procedures.GetInForce(reception.ProcedureCode, VietnamTime.DateOf(at));
        ReceptionCheck.RefuseInternal(version.Procedure);
        var received = Received(reception, version, VietnamTime.DateOf(at));
        var request = new StepRequest(actor.AgencyId, reception.DossierId, CommandId, actor.PersonId)
        {
            At = at,
            Series = [DossierCodes.SeriesOf(at)],
        };
        await instances.Run(request, step => Decide(step, received, given), cancel);
        return await dossiers.Get(reception.DossierId, cancel);
    }

    private static void Decide(Step step, DossierReceived received, string reason)
    {
        step.Instance.CorrelationId = DossierCodes.Next(step);
        step.Record(received with { Code = step.Instance.CorrelationId });
        step.Record(new DossierRefused(AtCounter: true, reason));
    }

    private static DossierReceived Received(Reception reception, ProcedureVersion version, DateOnly today)
    {
        var legalCase = ReceptionCheck.CaseOf(version.Procedure, reception.CaseId);
        var form = reception.Form.ValueKind == JsonValueKind.Object ? reception.Form : JsonSerializer.SerializeToElement(new { });
        return new DossierReceived(
            Code: "",
            version.Code,
            version.Version,
            legalCase.Id,
            reception.Channel,
            ReceptionCheck.ApplicantOf(reception.Applicant, today),
            reception.ReturnWay,
            form,
            reception.Components,
            reception.Sets,
            legalCase.Limit.ToString(),
            legalCase.StartsAt,
            PromisedAt: null,
            AmountDue: null,
            Secrets.New(),
            reception.Note?.Trim(),
            IsConfidential: version.Procedure.Confidentiality is not null);
    }
}

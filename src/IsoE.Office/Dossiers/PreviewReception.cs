using System.Text.Json;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>A component as the checklist shows it.</summary>
/// <param name="IsRequired">Null when only a person can tell.</param>
public sealed record ComponentPreview(DossierComponent Component, bool? IsRequired);

/// <summary>A fee as the page shows it.</summary>
/// <param name="Amount">Whole đồng; null when somebody has to set it.</param>
public sealed record FeePreview(Fee Fee, long? Amount);

/// <summary>What a reception would promise and ask for if it were completed now.</summary>
/// <param name="Promise">Null where a step of the procedure accepts the dossier: nothing is promised before .</param>
/// <param name="FormErrors">A sentence for each field that does not stand yet.</param>
public sealed record ReceptionPreview(
    ProcedureVersion Procedure,
    ProcedureCase Case,
    ExplainedDueDate? Promise,
    IReadOnlyList<ComponentPreview> Components,
    IReadOnlyList<FeePreview> Fees,
    long? Total,
    IReadOnlyDictionary<string, Text> FormErrors);

/// <summary>Computes what the reception page shows beside the form while it is being filled in. Writes nothing.</summary>
public sealed class PreviewReception(ProcedureLibrary procedures, CalendarSource calendars, TimeProvider clock)
{
    /// <param name="form">Values of the dossier form as typed so far; undefined for none.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>procedure-not-in-force</c>, <c>procedure-elsewhere</c>, <c>procedure-internal</c>, <c>case-unknown</c>.</exception>
    public ReceptionPreview Run(Actor actor, string procedureCode, string caseId, Channel channel, JsonElement form)
    {
        Permit.Require(actor, Right.ReceiveDossier);
        var now = Instant.ToStored(clock.GetUtcNow());
        var today = VietnamTime.DateOf(now);
        var version = procedures.GetInForce(procedureCode, today);
        var procedure = version.Procedure;
        ReceptionCheck.RefuseInternal(procedure);
        var legalCase = ReceptionCheck.CaseOf(procedure, caseId);
        var check = FormValidation.Validate(procedure.Form, form, FormAnswers.ForDossier(caseId, today));
        var answers = FormAnswers.OfDossier(caseId, check.Values, today, channel);
        return new ReceptionPreview(
            version,
            legalCase,
            version.HasAcceptanceStep ? null : calendars(actor.AgencyId).Explain(now, legalCase.Limit),
            [.. procedure.Components.Select(component => new ComponentPreview(component, component.IsRequired(answers, channel)))],
            [.. procedure.Fees.Select(fee => new FeePreview(fee, Dossiers.Fees.Amount(fee, answers)))],
            Dossiers.Fees.Total(procedure, answers),
            check.Errors);
    }
}

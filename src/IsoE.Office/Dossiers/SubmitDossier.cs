using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>
/// Takes a dossier that an applicant hands in online. It gets its code at once and waits for the one-stop officer: the
/// procedure and its legal clock start when it is accepted.
/// </summary>
public sealed class SubmitDossier(
    InstanceRunner instances, ProcedureLibrary procedures, ReceiveDossier receive, SubmissionTerm term, FindDossier dossiers, TimeProvider clock)
{
    private const string CommandId = "submit";

    /// <param name="contact">The telephone or e-mail that the applicant has proven.</param>
    /// <param name="pressedAt">When it was handed in without a network, by the applicant's device; null when it came at once.</param>
    /// <returns>The dossier; for one sent again, the one handed in the first time.</returns>
    /// <exception cref="RejectedException">Those of <see cref="ReceiveDossier"/>, and <c>procedure-offline</c>.</exception>
    public async Task<DossierRow> Run(Actor applicant, string contact, Reception reception, DateTimeOffset? pressedAt, CancellationToken cancel)
    {
        Permit.Require(applicant, Right.SubmitDossier);
        ReceptionCheck.RefuseForeignId(reception.DossierId);
        var at = Instant.ToStored(clock.GetUtcNow());
        var version = procedures.GetInForce(reception.ProcedureCode, VietnamTime.DateOf(at));
        ReceptionCheck.RefuseInternal(version.Procedure);
        RefuseOffline(version.Procedure);
        var received = receive.Check(applicant.AgencyId, reception with { Channel = Channel.Online }, version, at) with
        {
            ClockStart = ClockStart.Accepted,
            PromisedAt = null,
            SubmittedBy = contact,
            AnswerDueAt = term.DueAt(applicant.AgencyId, at),
            PressedAt = pressedAt,
        };
        var request = new StepRequest(applicant.AgencyId, reception.DossierId, CommandId, applicant.PersonId)
        {
            At = at,
            Series = [DossierCodes.SeriesOf(at)],
        };
        await instances.Run(request, step => Decide(step, reception, received), cancel);
        return await dossiers.Get(reception.DossierId, cancel);
    }

    private static void Decide(Step step, Reception reception, DossierReceived received)
    {
        step.Instance.CorrelationId = DossierCodes.Next(step);
        step.Record(received with { Code = step.Instance.CorrelationId });
        Attachments.Add(step, reception.Files);
    }

    /// <summary>Checks who applies as <see cref="Run"/> does, for a page that asks step by step.</summary>
    /// <exception cref="RejectedException"><c>form-invalid</c>; the fields' ids begin with <c>applicant.</c></exception>
    public static void CheckApplicant(Applicant entered, DateOnly today) => ReceptionCheck.ApplicantOf(entered, today);

    /// <exception cref="RejectedException"><c>procedure-offline</c>.</exception>
    public static void RefuseOffline(Procedure procedure)
    {
        if (procedure.OnlineLevel == OnlineLevel.Info || procedure.Confidentiality is not null) throw new RejectedException("procedure-offline", new Text(
            $"Thủ tục {procedure.Code} chưa nhận hồ sơ trực tuyến. Hồ sơ nộp tại quầy hoặc qua dịch vụ bưu chính công ích.",
            $"Procedure {procedure.Code} cannot be handed in online. Hand it in at the counter or by public post."));
    }
}

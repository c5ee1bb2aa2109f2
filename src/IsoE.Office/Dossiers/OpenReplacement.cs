using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Dossiers;

/// <summary>Opens the dossier that makes a recalled result anew: with what the applicant handed in, without fees, under the version it was received under.</summary>
internal sealed class OpenReplacement(OfficeDb db, InstanceRunner instances, ProcedureLibraries libraries, PromisedDates dates) : IOutboxConsumer
{
    /// <summary>Outbox topic: a result was recalled.</summary>
    public const string Topic = "replace-result";

    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var recalled = OfficeJson.Read<ResultRecalled>(item.Payload);
        var wrong = await db.Set<DossierRow>().AsNoTracking().SingleAsync(row => row.InstanceId == item.InstanceId, cancel);
        var files = await db.Attachments.AsNoTracking().Where(file => file.InstanceId == item.InstanceId).OrderBy(file => file.Id)
            .Select(file => new IncomingFile(new(file.Sha256, file.Name, file.ContentType, file.Size), file.Component)).ToListAsync(cancel);
        var version = libraries.Of(item.AgencyId).Get(wrong.ProcedureCode, wrong.ProcedureVersion);
        var request = new StepRequest(item.AgencyId, recalled.ReplacementId, item.CommandId, StepRequest.System);
        await instances.Run(request, step => Decide(step, Received(wrong, recalled, version, step.Now), files, version), cancel);
    }

    private static void Decide(Step step, DossierReceived received, IReadOnlyList<IncomingFile> files, ProcedureVersion version)
    {
        step.Record(received);
        Attachments.Add(step, files);
        if (received.SubmittedBy is not null) step.Record(new SubmissionAccepted());
        step.Start(version.Definition.DefinitionId, version.Version, ProcedureStart.Of(step, received, version, receiver: null));
    }

    private DossierReceived Received(DossierRow wrong, ResultRecalled recalled, ProcedureVersion version, DateTimeOffset at)
    {
        var legalCase = ReceptionCheck.CaseOf(version.Procedure, wrong.CaseId);
        return new DossierReceived(
            recalled.ReplacementCode,
            wrong.ProcedureCode,
            wrong.ProcedureVersion,
            wrong.CaseId,
            wrong.Channel,
            new Applicant(
                wrong.ApplicantKind, wrong.ApplicantName, wrong.IdentityNumber, wrong.Phone, wrong.Email, wrong.Address, wrong.Representative, wrong.BirthOn),
            wrong.ReturnWay,
            wrong.ReadForm(),
            [.. wrong.ReadComponents().Select(check => check with { Held = 0 })],
            wrong.Sets,
            legalCase.Limit.ToString(),
            legalCase.StartsAt,
            version.HasAcceptanceStep ? null : dates.OnReceipt(wrong.AgencyId, legalCase.Limit, at),
            AmountDue: 0,
            recalled.ReplacementSecret,
            Note: null,
            IsConfidential: wrong.IsConfidential,
            SubmittedBy: wrong.SubmittedBy,
            Replaces: new RecalledResult(wrong.InstanceId, wrong.Code, recalled.Reason));
    }
}

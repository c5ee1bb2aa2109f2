using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>What a procedure is told of its dossier when it starts.</summary>
internal static class ProcedureStart
{
    /// <summary>The start command with the inputs <c>case</c>, <c>form</c> and <c>dossier</c>, as far as the procedure declares them.</summary>
    /// <param name="receiver">Who received it; null for one opened by another dossier.</param>
    public static StartWorkflow Of(Step step, DossierReceived received, ProcedureVersion procedure, Actor? receiver) => Of(
        step, procedure, received.Code, received.CaseId, received.Form, new
        {
            code = received.Code,
            channel = received.Channel.ToString().ToLowerInvariant(),
            receivedAt = step.Now.UtcDateTime,
            applicantKind = (int)received.Applicant.Kind,
            applicantName = received.Applicant.Name,
            receivedBy = receiver is null ? null : new Assignee(receiver.PersonId, receiver.Name),
        });

    /// <summary>The same for a submission that is accepted now.</summary>
    public static StartWorkflow Of(Step step, DossierRow submitted, ProcedureVersion procedure, Actor receiver) => Of(
        step, procedure, submitted.Code, submitted.CaseId, submitted.ReadForm(), new
        {
            code = submitted.Code,
            channel = submitted.Channel.ToString().ToLowerInvariant(),
            receivedAt = submitted.ReceivedAt.UtcDateTime,
            applicantKind = (int)submitted.ApplicantKind,
            applicantName = submitted.ApplicantName,
            receivedBy = new Assignee(receiver.PersonId, receiver.Name),
        });

    /// <summary>The same for an internal dossier: its applicant is the officer who opened it.</summary>
    public static StartWorkflow Of(Step step, InternalDossierOpened opened, ProcedureVersion procedure, Actor opener) => Of(
        step, procedure, opened.Code, opened.CaseId, opened.Form, new
        {
            code = opened.Code,
            channel = "internal",
            receivedAt = step.Now.UtcDateTime,
            applicantKind = (int)ApplicantKind.Citizen,
            applicantName = opened.OpenedBy,
            receivedBy = new Assignee(opener.PersonId, opener.Name),
        });

    private static StartWorkflow Of(
        Step step, ProcedureVersion procedure, string code, string caseId, JsonElement form, object dossier)
    {
        var inputs = new Dictionary<string, JsonElement>
        {
            ["case"] = JsonSerializer.SerializeToElement(caseId),
            ["form"] = form,
            ["dossier"] = JsonSerializer.SerializeToElement(dossier, DossierJson.Options),
        };
        var declared = procedure.Definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return new StartWorkflow(
            step.CommandId,
            step.Now,
            step.InstanceId,
            code,
            inputs.Where(input => declared.Contains(input.Key)).ToDictionary(input => input.Key, input => input.Value));
    }
}

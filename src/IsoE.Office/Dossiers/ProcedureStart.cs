using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Office.Procedures;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>What a procedure is told of its dossier when it starts.</summary>
internal static class ProcedureStart
{
    /// <summary>The start command with the inputs <c>case</c>, <c>form</c> and <c>dossier</c>, as far as the procedure declares them.</summary>
    public static StartWorkflow Of(Step step, DossierReceived received, ProcedureVersion procedure)
    {
        var inputs = new Dictionary<string, JsonElement>
        {
            ["case"] = JsonSerializer.SerializeToElement(received.CaseId),
            ["form"] = received.Form,
            ["dossier"] = JsonSerializer.SerializeToElement(
                new
                {
                    code = received.Code,
                    channel = received.Channel.ToString().ToLowerInvariant(),
                    receivedAt = step.Now.UtcDateTime,
                    applicantKind = (int)received.Applicant.Kind,
                    applicantName = received.Applicant.Name,
                },
                DossierJson.Options),
        };
        var declared = procedure.Definition.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        return new StartWorkflow(
            step.CommandId,
            step.Now,
            step.InstanceId,
            received.Code,
            inputs.Where(input => declared.Contains(input.Key)).ToDictionary(input => input.Key, input => input.Value));
    }
}

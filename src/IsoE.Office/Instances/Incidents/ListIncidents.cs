using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Instances.Incidents;

/// <summary>A failed activity that waits to be tried again.</summary>
/// <param name="Code">Code of the dossier.</param>
/// <param name="Step">Its step in the procedure.</param>
/// <param name="Failures">How often it has failed.</param>
/// <param name="Owner">Name of who answers for it; null while nobody has taken it.</param>
public sealed record IncidentLine(
    string InstanceId, string Code, string ActivityInstanceId, Text Procedure, Text Step, Text Message, DateTimeOffset At, int Failures, string? Owner);

/// <summary>Reads the open incidents of an agency, the oldest first.</summary>
public sealed class ListIncidents(OfficeDb db, InstanceHistory histories, ProcedureLibrary procedures)
{
    private const int Most = 200;

    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<IReadOnlyList<IncidentLine>> Run(Actor actor, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        var failed = await db.Instances.AsNoTracking().Where(row => row.Incidents > 0).OrderBy(row => row.UpdatedAt).Take(Most).ToListAsync(cancel);
        var lines = new List<IncidentLine>();
        foreach (var instance in failed) lines.AddRange(await Of(instance, cancel));
        return [.. lines.OrderBy(line => line.At)];
    }

    private async Task<IEnumerable<IncidentLine>> Of(InstanceRow instance, CancellationToken cancel)
    {
        var events = await histories.Read(instance.AgencyId, instance.InstanceId, cancel);
        var owners = events.Select(recorded => recorded.Fact).OfType<IncidentTaken>().GroupBy(taken => taken.ActivityInstanceId)
            .ToDictionary(group => group.Key, group => group.Last().PersonName);
        var state = WorkflowInstanceJson.Read(instance.State!);
        var version = procedures.Find(state.DefinitionId, state.Version);
        return state.Incidents.Values.Select(incident => new IncidentLine(
            instance.InstanceId,
            instance.CorrelationId,
            incident.ActivityInstanceId,
            version?.Procedure.Name ?? Same(state.DefinitionId),
            version?.Steps.Find(incident.ActivityId)?.Title ?? Same(incident.ActivityId),
            incident.Message,
            incident.At,
            state.Activities.GetValueOrDefault(incident.ActivityInstanceId)?.Failures ?? 1,
            owners.GetValueOrDefault(incident.ActivityInstanceId)));
    }

    private static Text Same(string text) => new(text, text);
}

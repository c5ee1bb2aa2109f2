using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Instances.Incidents;

/// <summary>Takes an incident for oneself: everybody sees who answers for it. Who takes it later answers instead.</summary>
public sealed class TakeIncident(InstanceRunner instances)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>no-incident</c>.</exception>
    public Task<StepResult> Run(Actor actor, string instanceId, string activityInstanceId, string commandId, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        return instances.Run(new StepRequest(actor.AgencyId, instanceId, commandId, actor.PersonId), Decide, cancel);

        void Decide(Step step)
        {
            OpenIncident.Require(step, activityInstanceId);
            step.Record(new IncidentTaken(activityInstanceId, actor.PersonId, actor.Name));
        }
    }
}

using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances.Incidents;

/// <summary>Tries a failed activity again, once its cause has been removed. It decides nothing, so administrators may do it.</summary>
public sealed class RetryIncident(InstanceRunner instances)
{
    /// <returns>Why it failed again; null when the procedure goes on.</returns>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>no-incident</c>.</exception>
    public async Task<Text?> Run(Actor actor, string instanceId, string activityInstanceId, string commandId, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ResolveIncidents);
        var result = await instances.Run(new StepRequest(actor.AgencyId, instanceId, commandId, actor.PersonId), Decide, cancel);
        return result.Events.Select(recorded => recorded.Fact).OfType<ActivityFaulted>()
            .FirstOrDefault(failed => failed.ActivityInstanceId == activityInstanceId)?.Message;

        void Decide(Step step)
        {
            OpenIncident.Require(step, activityInstanceId);
            step.Send(new RetryActivity(commandId, step.Now, activityInstanceId));
        }
    }
}

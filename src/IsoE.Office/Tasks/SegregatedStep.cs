using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Tasks;

/// <summary>A segregation rule in the way of a task of this role and unit.</summary>
public sealed record Obstacle(Breach Breach, string Role, string? Unit);

/// <summary>Runs steps that the segregation of duties may forbid; the refusal names who could do it instead.</summary>
public sealed class SegregatedStep(InstanceRunner instances, StandIns standIns)
{
    /// <param name="decide">Decides the step; an obstacle refuses it whole, so that nothing is written.</param>
    /// <exception cref="RejectedException"><c>sod-1</c>, <c>sod-3</c>, <c>sod-4</c>, <c>sod-5</c>, or what the decision refuses.</exception>
    public async Task<StepResult> Run(StepRequest request, Func<Step, Obstacle?> decide, CancellationToken cancel)
    {
        Obstacle? met = null;
        try
        {
            return await instances.Run(request, Decide, cancel);
        }
        catch (RejectedException) when (met is not null)
        {
            // Names need a query, which the decision of a step cannot make.
            throw await standIns.Refuse(met.Breach, met.Role, met.Unit, cancel);
        }

        void Decide(Step step)
        {
            met = null;
            met = decide(step);
            if (met is not null) throw new RejectedException(met.Breach.Code, met.Breach.Reason);
        }
    }
}

using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>What a capability above demands before a completed task stands.</summary>
/// <remarks>Called inside the decision of the step, after the engine has decided and before anything is written.</remarks>
public interface ITaskRule
{
    /// <summary>The segregation rule in the way, or null.</summary>
    /// <param name="events">What the engine made of the completion.</param>
    /// <exception cref="IsoE.Workflows.RejectedException">The completion leads to what is not allowed.</exception>
    Breach? Check(Step step, TaskRow task, Actor actor, IReadOnlyList<WorkflowEvent> events);
}

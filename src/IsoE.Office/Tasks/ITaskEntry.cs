using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tasks;

/// <summary>What a capability above enters into a task by itself when a person completes it, for example a receipt number.</summary>
/// <remarks>Called inside the decision of the step, whichever command completes the task, before the engine decides.</remarks>
public interface ITaskEntry
{
    /// <summary>Fields of the task's form that nobody is asked for.</summary>
    IReadOnlyCollection<string> FilledIn(UserTask wait);

    /// <summary>The checked values with what is added; may record events.</summary>
    /// <exception cref="IsoE.Workflows.RejectedException">What was entered cannot stand.</exception>
    JsonElement Enter(Step step, UserTask wait, string outcome, JsonElement values);
}

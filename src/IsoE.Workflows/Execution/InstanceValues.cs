using System.Text.Json;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Execution;

/// <summary>What an expression of one activity instance may read.</summary>
internal sealed class InstanceValues(Burst burst, string activityInstanceId) : IExpressionValues
{
    public bool TryGetVariable(string name, out JsonElement value)
    {
        if (ForEach.TryGetLoopValue(burst, activityInstanceId, name, out value)
            || burst.State.Variables.TryGetValue(name, out value))
        {
            return true;
        }

        // Elsa has a getter for each input too: getDossierId() may mean the input DossierId.
        value = burst.State.Input.GetValueOrDefault(name, Values.Null);
        return burst.Definition.AllVariables.Any(v => v.Name == name)
            || burst.Definition.Inputs.Any(i => i.Name == name);
    }

    public bool TryGetInput(string name, out JsonElement value) => burst.State.Input.TryGetValue(name, out value);

    public bool TryGetOutput(string activity, string output, out JsonElement value)
    {
        value = Values.Null;
        var found = burst.Definition.Activities.GetValueOrDefault(activity)
            ?? burst.Definition.Activities.Values.FirstOrDefault(a => a.Name == activity);
        return found is not null
            && output.Equals("result", StringComparison.OrdinalIgnoreCase)
            && burst.State.Results.TryGetValue(found.Id, out value);
    }
}

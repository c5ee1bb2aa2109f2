using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Reads from history where each step of the procedure stands.</summary>
internal static class StepStates
{
    public static IReadOnlyDictionary<string, StepState> Of(IReadOnlyList<RecordedEvent> events)
    {
        var states = new Dictionary<string, StepState>(StringComparer.Ordinal);
        var activities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var recorded in events)
        {
            switch (recorded.Fact)
            {
                case ActivityStarted e:
                    activities[e.ActivityInstanceId] = e.ActivityId;
                    states[e.ActivityId] = StepState.Now;
                    break;
                case ActivityCompleted e: End(e.ActivityInstanceId, StepState.Done); break;
                case ActivityCanceled e: End(e.ActivityInstanceId, StepState.Cancelled); break;
            }
        }

        return states;

        // The same step may be open for several things at once.
        void End(string instance, StepState how)
        {
            if (activities.Remove(instance, out var step) && !activities.ContainsValue(step)) states[step] = how;
        }
    }
}

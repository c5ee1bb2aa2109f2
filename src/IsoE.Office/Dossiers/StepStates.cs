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
                case ActivityCompleted e: states[activities[e.ActivityInstanceId]] = StepState.Done; break;
                case ActivityCanceled e: states[activities[e.ActivityInstanceId]] = StepState.Cancelled; break;
            }
        }

        return states;
    }
}

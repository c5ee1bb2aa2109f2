using System.Text.Json;

namespace IsoE.Workflows.Execution;

/// <summary>One thing the outside did to an instance: the part of its history that another version can follow.</summary>
/// <param name="Command">Number of the command that brought it; one event can resume several activities.</param>
/// <param name="Outcome">The outcome taken; null for a retry of a failed activity.</param>
internal sealed record Choice(
    int Command,
    DateTimeOffset At,
    string ActivityId,
    string ActivityInstanceId,
    string? Outcome,
    JsonElement Output,
    bool TimedOut)
{
    public bool IsRetry => Outcome is null;

    /// <summary>Every choice of a history, in its order.</summary>
    public static List<Choice> AllOf(IEnumerable<WorkflowEvent> history)
    {
        var choices = new List<Choice>();
        var activities = new Dictionary<string, string>(StringComparer.Ordinal);
        var (command, at) = (0, default(DateTimeOffset));
        foreach (var e in history)
        {
            switch (e)
            {
                case CommandAccepted x:
                    (command, at) = (command + 1, x.At);
                    break;
                case ActivityStarted x:
                    activities[x.ActivityInstanceId] = x.ActivityId;
                    break;
                case ActivityResumed x:
                    choices.Add(new(command, at, activities[x.ActivityInstanceId], x.ActivityInstanceId, x.Outcome ?? "Done", x.Output, x.TimedOut));
                    break;
                case ActivityRetried x:
                    choices.Add(new(command, at, activities[x.ActivityInstanceId], x.ActivityInstanceId, null, Values.Null, false));
                    break;
            }
        }

        return choices;
    }
}

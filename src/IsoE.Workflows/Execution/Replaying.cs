using System.Collections.Immutable;
using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>Lets a fresh instance of a definition take the choices that another instance has taken.</summary>
/// <remarks>
/// A choice is taken when its activity waits, the oldest first: steps may stand in another order, steps that are no
/// longer there are passed over. Activities that stand in an incident are not executed, so that the fresh instance
/// stops where the other one stands.
/// </remarks>
internal sealed class Replaying
{
    private readonly WorkflowDefinition definition;
    private readonly ImmutableSortedDictionary<string, Incident> held;
    private readonly List<Choice> left;
    private readonly List<WorkflowEvent> events = [];

    private Replaying(WorkflowDefinition definition, WorkflowInstance other, IReadOnlyList<WorkflowEvent> history)
    {
        this.definition = definition;
        held = other.Incidents;
        left = [.. Choice.AllOf(history).Where(c =>
            definition.Activities.ContainsKey(c.ActivityId) && !held.ContainsKey(c.ActivityInstanceId))];
        Begin(history);
        while (Refused is null && Next() is { Count: > 0 } together)
        {
            Take(together);
        }
    }

    /// <summary>The fresh instance after every choice it could take.</summary>
    public WorkflowInstance State { get; private set; } = new();

    public IReadOnlyList<WorkflowEvent> Events => events;

    /// <summary>Choices it never came to; a retry that was not needed is none.</summary>
    public IEnumerable<Choice> Left => left.Where(c => !c.IsRetry);

    /// <summary>A choice whose outcome the definition does not have where it was taken; null for none.</summary>
    public Choice? Refused { get; private set; }

    /// <exception cref="RejectedException">The definition does not take the inputs of the other instance.</exception>
    public static Replaying Of(WorkflowDefinition definition, WorkflowInstance other, IReadOnlyList<WorkflowEvent> history) =>
        new(definition, other, history);

    private void Begin(IReadOnlyList<WorkflowEvent> history)
    {
        var (accepted, started) = (history.OfType<CommandAccepted>().First(), history.OfType<WorkflowStarted>().First());
        var burst = new Burst(definition, null, accepted.At, held);
        Starting.Perform(burst, null, new StartWorkflow(
            accepted.CommandId,
            accepted.At,
            started.InstanceId,
            started.CorrelationId,
            started.Input.Where(i => definition.Inputs.Any(d => d.Name == i.Key)).ToImmutableDictionary()));
        Close(burst);
    }

    /// <summary>The oldest choice that can be taken now, with those its command brought at the same time.</summary>
    private List<Choice> Next() =>
        left.FirstOrDefault(IsDue) is { } first ? [.. left.Where(c => c.Command == first.Command && IsDue(c))] : [];

    private bool IsDue(Choice choice) => choice.IsRetry
        ? IncidentOf(choice) is not null
        : State.Ended is null && BookmarkOf(choice) is not null;

    private void Take(List<Choice> together)
    {
        var burst = new Burst(definition, State, together[0].At, held);
        foreach (var choice in together)
        {
            left.Remove(choice);
            if (choice.IsRetry)
            {
                Retrying.Perform(burst, burst.State, new RetryActivity("", choice.At, IncidentOf(choice)!.ActivityInstanceId));
            }
            else if (Resuming.Offers(BookmarkOf(choice)!.Wait, choice.Outcome!))
            {
                Resuming.Resume(burst, BookmarkOf(choice)!, choice.Outcome!, choice.Output, choice.TimedOut);
            }
            else
            {
                Refused = choice;
                return;
            }
        }

        Close(burst);
    }

    private void Close(Burst burst)
    {
        burst.Drain();
        events.AddRange(burst.Events);
        State = burst.State;
    }

    // The same number of starts as a rule; where automatic loops differ the only one open must do.
    private Bookmark? BookmarkOf(Choice choice)
    {
        var open = State.Bookmarks.Values.Where(b => b.ActivityId == choice.ActivityId).ToList();
        return open.Find(b => b.ActivityInstanceId == choice.ActivityInstanceId) ?? open.FirstOrDefault();
    }

    private Incident? IncidentOf(Choice choice) =>
        State.Incidents.Values.FirstOrDefault(i => i.ActivityId == choice.ActivityId && !held.ContainsKey(i.ActivityInstanceId));
}

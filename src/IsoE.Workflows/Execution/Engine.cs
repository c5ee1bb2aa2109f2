using IsoE.Workflows.Definitions;

namespace IsoE.Workflows.Execution;

/// <summary>Decides what a command does to a workflow instance. Pure: equal arguments give equal events.</summary>
public static class Engine
{
    /// <summary>The events the command causes, beginning with <see cref="CommandAccepted"/>.</summary>
    /// <param name="instance">The state so far; null before the start.</param>
    /// <returns>Nothing when the instance has already accepted a command of that id.</returns>
    /// <exception cref="RejectedException">The state does not allow the command; nothing happened.</exception>
    /// <exception cref="ArgumentException">The instance runs under another version than <paramref name="definition"/>.</exception>
    public static IReadOnlyList<WorkflowEvent> Decide(
        WorkflowDefinition definition,
        WorkflowInstance? instance,
        WorkflowCommand command)
    {
        if (instance?.CommandIds.Contains(command.CommandId) == true)
        {
            return [];
        }

        if (instance is not null && instance.DefinitionVersionId != definition.Id)
        {
            throw new ArgumentException(
                $"Instance {instance.Id} runs under {instance.DefinitionVersionId}, not {definition.Id}.", nameof(definition));
        }

        var burst = new Burst(definition, instance, command.At);
        burst.Raise(new CommandAccepted(command.CommandId, command.At));
        Perform(burst, instance, command);
        burst.Drain();
        return burst.Events;
    }

    private static void Perform(Burst burst, WorkflowInstance? instance, WorkflowCommand command)
    {
        switch (command)
        {
            case StartWorkflow start:
                Starting.Perform(burst, instance, start);
                break;
            case ResumeBookmark resume:
                Resuming.Perform(burst, Rejections.Running(instance), resume);
                break;
            case TimeoutBookmark timeout:
                Resuming.Perform(burst, Rejections.Running(instance), timeout);
                break;
            case PublishEvent publish:
                Resuming.Perform(burst, Rejections.Running(instance), publish);
                break;
            case RetryActivity retry:
                Retrying.Perform(burst, Rejections.Started(instance), retry);
                break;
            case CancelWorkflow cancel:
                Cancelling.Perform(burst, Rejections.Started(instance), cancel);
                break;
            case MigrateInstance migrate:
                Migrating.Perform(burst, Rejections.Started(instance), migrate);
                break;
            default:
                throw new ArgumentException($"The command {command.GetType().Name} is not known.", nameof(command));
        }
    }
}

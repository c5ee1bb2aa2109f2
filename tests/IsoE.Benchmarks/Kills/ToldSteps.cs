using IsoE.Office.Instances;
using IsoE.Office.Records;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows;
using IsoE.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Kills;

/// <summary>Has every command of a dossier told to another instance through the outbox, which must hear it exactly once.</summary>
internal sealed class ToldSteps : IProjection
{
    public const string Topic = "kill-test-told";

    public static void AddTo(IServiceCollection services)
    {
        services.AddProjection<ToldSteps>();
        services.AddOfficeEvent<StepHeard>();
        services.AddOutboxConsumer<HearStep>(Topic, new Text("Nghe", "Hear"));
        // Printing has its own tests and would take the time in which steps are to be killed.
        services.Remove(services.Single(s => s.ImplementationInstance is OutboxTopic { Topic: RecordProjection.PrintTopic }));
        services.AddOutboxConsumer<LeaveUnprinted>(RecordProjection.PrintTopic, new Text("Không in", "Leave unprinted"));
    }

    public static string ListenerOf(string dossierId) => $"heard-{dossierId}";

    public void Apply(Step step, RecordedEvent recorded)
    {
        if (recorded.Fact is CommandAccepted accepted)
            step.Enqueue(Topic, $"{step.InstanceId}:{accepted.CommandId}", "{}");
    }
}

/// <summary>The listener has been told of a command.</summary>
internal sealed record StepHeard(string Key) : OfficeEvent;

/// <summary>Writes down what is told, in a step of its own.</summary>
internal sealed class HearStep(InstanceRunner runner) : IOutboxConsumer
{
    public Task Deliver(OutboxItem item, CancellationToken cancel) => runner.Run(
        new StepRequest(item.AgencyId, ToldSteps.ListenerOf(item.InstanceId), item.CommandId, StepRequest.System),
        step => step.Record(new StepHeard(item.Key)),
        cancel);
}

/// <summary>Takes the order to print a record and does nothing.</summary>
internal sealed class LeaveUnprinted : IOutboxConsumer
{
    public Task Deliver(OutboxItem item, CancellationToken cancel) => Task.CompletedTask;
}

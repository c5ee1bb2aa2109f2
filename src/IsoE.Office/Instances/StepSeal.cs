using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances;

/// <summary>Closes a decided step: chains its events and brings the snapshot up to them.</summary>
internal static class StepSeal
{
    /// <summary>Everything the step writes, the instance first: its row is where two steps of one instance meet.</summary>
    /// <exception cref="InvalidOperationException">The step writes rows without an event that says why.</exception>
    public static IReadOnlyList<RowWrite> Close(Step step)
    {
        if (step.Events.Count == 0)
            return step.Writes.Count == 0
                ? []
                : throw new InvalidOperationException("A step that writes rows must record an event: the history is the only truth.");

        var writes = new List<RowWrite>(step.Events.Count + step.Writes.Count + 1)
        {
            new(step.IsNew ? RowOperation.Insert : RowOperation.Update, step.Instance, step.ReadSequence),
        };
        var head = step.Instance.HeadHash;
        foreach (var recorded in step.Events)
        {
            var row = Chain(step, recorded, head);
            head = row.Hash;
            writes.Add(new RowWrite(RowOperation.Insert, row));
        }

        BringUp(step, head);
        writes.AddRange(step.Writes);
        return writes;
    }

    private static HistoryRow Chain(Step step, RecordedEvent recorded, byte[] previous)
    {
        var data = recorded.Fact is WorkflowEvent e ? WorkflowEventJson.Write(e) : OfficeEventTypes.Write((OfficeEvent)recorded.Fact);
        var commandId = recorded.Sequence == step.ReadSequence + 1 ? step.CommandId : null;
        return HistoryChain.Link(
            previous, step.AgencyId, step.InstanceId, recorded.Sequence, recorded.Type, data, recorded.At, recorded.ActorId, commandId);
    }

    private static void BringUp(Step step, byte[] head)
    {
        var instance = step.Instance;
        instance.Sequence = step.Events[^1].Sequence;
        instance.HeadHash = head;
        instance.UpdatedAt = step.Now;
        if (step.Workflow is not { } workflow)
            return;
        instance.State = WorkflowInstanceJson.Write(workflow);
        instance.CorrelationId = workflow.CorrelationId;
        instance.Status = workflow.Status.ToString();
        instance.SubStatus = workflow.SubStatus.ToString();
        instance.Incidents = workflow.Incidents.Count;
        instance.FinishedAt = workflow.Status is WorkflowStatus.Finished ? instance.FinishedAt ?? step.Now : null;
    }
}

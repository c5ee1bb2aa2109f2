namespace IsoE.Workflows.Execution;

/// <summary>Ends the instance as cancelled, with everything in it.</summary>
internal static class Cancelling
{
    public static void Perform(Burst burst, WorkflowInstance instance, CancelWorkflow command)
    {
        // A faulted instance may be given up; any other end is final.
        if (instance.Ended is not WorkflowSubStatus.Faulted)
        {
            Rejections.Running(instance);
        }

        foreach (var root in burst.State.Activities.Values.Where(a => a.ParentId is null).ToList())
        {
            burst.Cancel(root.Id, command.Reason);
        }

        burst.Raise(new WorkflowCancelled(command.Reason));
    }
}

using IsoE.Office.Storage;
using IsoE.Office.Storage.Outbox;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Instances;

/// <summary>Gives the answer of a sub-procedure to the bookmark that waits for it.</summary>
internal sealed class ResumeParent(InstanceRunner runner) : IOutboxConsumer
{
    public async Task Deliver(OutboxItem item, CancellationToken cancel)
    {
        var ended = OfficeJson.Read<EndedSubProcedure>(item.Payload);
        var request = new StepRequest(ended.Parent.AgencyId, ended.Parent.InstanceId, item.CommandId, StepRequest.System);
        await runner.Run(request, step => Answer(step, ended), cancel);
    }

    private static void Answer(Step step, EndedSubProcedure ended)
    {
        if (step.Workflow!.Bookmarks.ContainsKey(ended.Parent.BookmarkId))
            step.Send(new ResumeBookmark(step.CommandId, step.Now, ended.Parent.BookmarkId, ended.Outcome, ended.Output));
        else
            step.Record(new SubProcedureEndedLate(ended.AgencyId, ended.InstanceId, ended.Outcome, ended.Parent.BookmarkId, ended.Output));
    }
}

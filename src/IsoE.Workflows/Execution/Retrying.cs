namespace IsoE.Workflows.Execution;

/// <summary>Tries the activity of an incident again.</summary>
internal static class Retrying
{
    public static void Perform(Burst burst, WorkflowInstance instance, RetryActivity command)
    {
        var id = command.ActivityInstanceId;
        if (!instance.Incidents.TryGetValue(id, out var incident))
        {
            throw new RejectedException("no-incident", new Text(
                $"Bước “{id}” không có sự cố. Có thể thử lại: {Rejections.Incidents(instance)}.",
                $"“{id}” has no incident. These can be retried: {Rejections.Incidents(instance)}."));
        }

        burst.Raise(new ActivityRetried(id, incident.Id));
        var run = burst.RunOf(id);
        if (incident.Code == FlowchartRun.DeadMerge)
        {
            new FlowchartRun(burst.RunOf(run.Instance.ParentId!)).GoOnWithout(run);
        }
        else
        {
            burst.Attempt(id, again => again.Activity.Type.Execute(again));
        }

        // Tokens left by the burst that failed.
        foreach (var flowchart in instance.Tokens.Select(t => t.FlowchartInstanceId).Distinct())
        {
            burst.ScheduleTokens(flowchart);
        }
    }
}

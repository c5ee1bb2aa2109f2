using IsoE.Office.Calendars;
using IsoE.Office.Instances;
using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Deadlines;

/// <summary>Makes due rows of bookmarks with a time limit, and cancels them when the bookmark is burnt.</summary>
public sealed class DueProjection(CalendarSource calendars) : IProjection
{
    public void Apply(Step step, RecordedEvent recorded)
    {
        switch (recorded.Fact)
        {
            case ActivitySuspended suspended:
                Add(step, suspended.Bookmark);
                break;
            case ActivityResumed resumed:
                DueRows.Cancel(step, d => d.BookmarkId == resumed.BookmarkId);
                break;
            case ActivityCanceled canceled:
                DueRows.Cancel(step, d => d.ActivityInstanceId == canceled.ActivityInstanceId);
                break;
            case WorkflowFinished or WorkflowCancelled:
                DueRows.Cancel(step, _ => true);
                break;
        }
    }

    private void Add(Step step, Bookmark bookmark)
    {
        switch (bookmark.Wait)
        {
            case UserTask { TimeLimit: { } limit } task:
                Add(step, bookmark, limit, task.OnTimeout);
                break;
            case SubProcedureWait { TimeLimit: { } limit } sub:
                Add(step, bookmark, limit, sub.OnTimeout);
                break;
            case EventWait { TimeLimit: { } limit }:
                DueRows.Add(step, DueKind.Timeout, DueAt(step, limit), bookmark.Id, bookmark.ActivityInstanceId);
                break;
            case DelayWait delay:
                DueRows.Add(step, DueKind.Delay, Storage.Instant.ToStored(delay.Until), bookmark.Id, bookmark.ActivityInstanceId);
                break;
        }
    }

    private void Add(Step step, Bookmark bookmark, string limit, string onTimeout)
    {
        var (term, calculator) = (TimeLimit.Parse(limit), calendars(step.AgencyId));
        var dueAt = calculator.DueAt(step.Now, term);
        var nearly = calculator.Calendar.Definition.NearlyDue.At(calculator.Calendar, step.Now, term, dueAt);
        var kind = DeadlineSteps.OnlyWarns(onTimeout) ? DueKind.StepDue : DueKind.Timeout;
        if (nearly > step.Now)
            DueRows.Add(step, DueKind.StepNearlyDue, nearly, bookmark.Id, bookmark.ActivityInstanceId);
        DueRows.Add(step, kind, dueAt, bookmark.Id, bookmark.ActivityInstanceId);
    }

    private DateTimeOffset DueAt(Step step, string limit) =>
        calendars(step.AgencyId).DueAt(step.Now, TimeLimit.Parse(limit));
}

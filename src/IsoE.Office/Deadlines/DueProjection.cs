using IsoE.Office.Calendars;
using IsoE.Office.Instances;
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
            case StepTermMoved moved:
                Move(step, moved);
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
        if (StepTerm.Of(calendars(step.AgencyId), bookmark.Wait, step.Now) is { } term)
            Add(step, bookmark.Id, bookmark.ActivityInstanceId, term);
    }

    /// <summary>A moment that has passed is not rung again, unless the step had no limit before.</summary>
    private static void Move(Step step, StepTermMoved moved)
    {
        var rings = moved.From is null || DueRows.Pending(step).Any(d => d.BookmarkId == moved.BookmarkId && d.Kind is not DueKind.StepNearlyDue);
        DueRows.Cancel(step, d => d.BookmarkId == moved.BookmarkId);
        if (moved is { Kind: { } kind, DueAt: { } dueAt } && (rings || dueAt > step.Now))
            Add(step, moved.BookmarkId, moved.ActivityInstanceId, new StepTerm(kind, dueAt, moved.NearlyDueAt));
    }

    private static void Add(Step step, string bookmarkId, string activityInstanceId, StepTerm term)
    {
        if (term.NearlyDueAt > step.Now)
            DueRows.Add(step, DueKind.StepNearlyDue, term.NearlyDueAt.Value, bookmarkId, activityInstanceId);
        DueRows.Add(step, term.Kind, term.DueAt, bookmarkId, activityInstanceId);
    }
}

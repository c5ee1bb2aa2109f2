using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>The deadline of one waiting step, for those who show it.</summary>
public static class StepDeadline
{
    /// <summary>The last instant at which the step is on time, or null when it has no time limit.</summary>
    public static DateTimeOffset? Find(Step step, string bookmarkId) =>
        DueRows.Pending(step)
            .FirstOrDefault(d => d.BookmarkId == bookmarkId && d.Kind is (DueKind.StepDue or DueKind.Timeout))
            ?.DueAt;

    /// <summary>From when the step is nearly due: now when no warning is still to come; null when it has no time limit.</summary>
    public static DateTimeOffset? NearlyDueAt(Step step, string bookmarkId) => Find(step, bookmarkId) is null
        ? null
        : DueRows.Pending(step).FirstOrDefault(d => d.BookmarkId == bookmarkId && d.Kind is DueKind.StepNearlyDue)?.DueAt ?? step.Now;
}

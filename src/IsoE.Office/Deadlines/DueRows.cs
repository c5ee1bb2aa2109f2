using IsoE.Office.Instances;
using IsoE.Office.Storage;

namespace IsoE.Office.Deadlines;

/// <summary>The due rows of the instance a step is about.</summary>
internal static class DueRows
{
    public static IEnumerable<DueRow> Pending(Step step) => step.All<DueRow>().Where(d => d.Status is DueStatus.Pending);

    public static void Cancel(Step step, Func<DueRow, bool> which)
    {
        foreach (var row in Pending(step).Where(which).ToList())
        {
            row.Status = DueStatus.Cancelled;
            step.Update(row);
        }
    }

    public static void Add(
        Step step, DueKind kind, DateTimeOffset dueAt, string? bookmarkId = null, string? activityInstanceId = null, string? topic = null) =>
        step.Insert(new DueRow
        {
            AgencyId = step.AgencyId,
            Id = RowId.New(step.Now),
            InstanceId = step.InstanceId,
            BookmarkId = bookmarkId,
            ActivityInstanceId = activityInstanceId,
            Kind = kind,
            Topic = topic,
            DueAt = dueAt,
            Status = DueStatus.Pending,
            Attempts = 0,
            NextAttemptAt = FirstAttempt(kind, dueAt),
        });

    /// <summary>Equal is still on time: lateness begins with the next instant.</summary>
    private static DateTimeOffset FirstAttempt(DueKind kind, DateTimeOffset dueAt) =>
        kind is DueKind.StepDue or DueKind.DossierDue or DueKind.AnswerDue or DueKind.Timeout ? dueAt.AddTicks(TimeSpan.TicksPerMicrosecond) : dueAt;
}

using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>Until when something handed in online has to be answered; there is at most one at a time.</summary>
public static class AnswerDeadline
{
    /// <param name="dueAt">The last instant at which an answer is on time; after it <see cref="AnswerBecameOverdue"/> is recorded.</param>
    public static void Set(Step step, DateTimeOffset dueAt)
    {
        Clear(step);
        DueRows.Add(step, DueKind.AnswerDue, dueAt);
    }

    /// <summary>It has been answered.</summary>
    public static void Clear(Step step) => DueRows.Cancel(step, due => due.Kind is DueKind.AnswerDue);
}

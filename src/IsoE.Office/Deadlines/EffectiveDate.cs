using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>The first moment of something that was decided before; there is at most one for an instance.</summary>
public static class EffectiveDate
{
    /// <summary>Has <see cref="EffectiveDateReached"/> recorded at that moment, or soon if it has passed.</summary>
    /// <param name="topic">Outbox topic that is told then, with the instance.</param>
    public static void Set(Step step, DateTimeOffset at, string topic)
    {
        Clear(step);
        DueRows.Add(step, DueKind.Effective, at, topic: topic);
    }

    /// <summary>Nothing takes effect any more.</summary>
    public static void Clear(Step step) => DueRows.Cancel(step, due => due.Kind is DueKind.Effective);
}

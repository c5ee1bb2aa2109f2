using IsoE.Office.Instances;

namespace IsoE.Office.Deadlines;

/// <summary>The first moment of something that was decided before; there is at most one for an instance.</summary>
public static class EffectiveDate
{
    /// <summary>Has <see cref="EffectiveDateReached"/> recorded at that moment, or soon if it has passed.</summary>
    public static void Set(Step step, DateTimeOffset at)
    {
        DueRows.Cancel(step, due => due.Kind is DueKind.Effective);
        DueRows.Add(step, DueKind.Effective, at);
    }
}

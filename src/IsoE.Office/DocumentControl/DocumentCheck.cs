using IsoE.Office.Procedures;

namespace IsoE.Office.DocumentControl;

/// <summary>Everything that keeps a content from being published: faults of the two texts, and what the gate finds.</summary>
public sealed class DocumentCheck(ProcedureLibrary procedures, TimeProvider clock)
{
    /// <summary>All problems; empty when the content stands.</summary>
    public IReadOnlyList<LoadProblem> Of(string code, int version, ProcedureContent content)
    {
        var today = Calendars.VietnamTime.DateOf(clock.GetUtcNow());
        var (paired, problems) = ContentReading.Pair(code, version, content, today);
        return paired is null ? problems : [.. ProcedureChecks.Of(paired, procedures.All.Select(v => v.Code).Append(code))];
    }
}

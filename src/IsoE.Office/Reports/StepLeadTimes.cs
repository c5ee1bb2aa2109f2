using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;

namespace IsoE.Office.Reports;

/// <summary>Working time from the creation of a task to its completion, by step.</summary>
internal static class StepLeadTimes
{
    public static IReadOnlyList<StepLeadTime> Of(IEnumerable<TaskRow> done, ProcedureLibrary procedures, WorkingCalendar calendar)
    {
        var names = procedures.All.ToLookup(version => version.Code, version => version.Procedure.Name, StringComparer.Ordinal);
        return
        [
            .. done
                .GroupBy(task => (task.DefinitionId, task.ActivityId))
                .OrderBy(step => step.Key.DefinitionId, StringComparer.Ordinal)
                .ThenBy(step => step.Min(task => task.CreatedAt))
                .Select(step =>
                {
                    var hours = step.Select(task => Hours(task, calendar)).Order().ToList();
                    var last = step.MaxBy(task => task.CreatedAt)!;
                    return new StepLeadTime(
                        step.Key.DefinitionId,
                        names[step.Key.DefinitionId].First(),
                        step.Key.ActivityId,
                        last.Title,
                        hours.Count,
                        step.Count(task => task.IsOverdue(task.DoneAt!.Value)),
                        AtRank(hours, 0.5m),
                        AtRank(hours, 0.9m));
                }),
        ];
    }

    private static decimal Hours(TaskRow task, WorkingCalendar calendar) =>
        Math.Round(calendar.WorkingMinutes(task.CreatedAt, task.DoneAt!.Value) / 60m, 1);

    /// <summary>Nearest rank: the smallest value that at least this share of the values does not exceed.</summary>
    private static decimal AtRank(List<decimal> ordered, decimal share) =>
        ordered[Math.Max(0, (int)Math.Ceiling(share * ordered.Count) - 1)];
}

using IsoE.Office.Calendars;
using IsoE.Office.Procedures;
using IsoE.Workflows;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Office.Reports;

/// <summary>Working time from the creation of a task to its completion, by step.</summary>
internal sealed class StepLeadTimes(WorkingCalendar calendar)
{
    private readonly Dictionary<(string Procedure, string Step), Times> _steps = [];

    public void Add(CountedTask task, DateTimeOffset done)
    {
        if (!_steps.TryGetValue((task.DefinitionId, task.ActivityId), out var times)) _steps[(task.DefinitionId, task.ActivityId)] = times = new Times();
        times.Minutes.Add(calendar.WorkingMinutes(task.CreatedAt, done));
        if (done > task.DueAt) times.Late++;
        if (task.CreatedAt < times.FirstAt) times.FirstAt = task.CreatedAt;
        if (task.CreatedAt >= times.LastAt) (times.LastAt, times.Title) = (task.CreatedAt, new Text(task.TitleVi, task.TitleEn));
    }

    public IReadOnlyList<StepLeadTime> Of(ProcedureLibrary procedures)
    {
        var names = procedures.All.ToLookup(version => version.Code, version => version.Procedure.Name, StringComparer.Ordinal);
        return
        [
            .. _steps
                .OrderBy(step => step.Key.Procedure, StringComparer.Ordinal)
                .ThenBy(step => step.Value.FirstAt)
                .Select(step => new StepLeadTime(
                    step.Key.Procedure,
                    names[step.Key.Procedure].First(),
                    step.Key.Step,
                    step.Value.Title!,
                    step.Value.Minutes.Count,
                    step.Value.Late,
                    Hours(step.Value.Minutes.AtRank(0.5m)),
                    Hours(step.Value.Minutes.AtRank(0.9m)))),
        ];
    }

    private static decimal Hours(long? minutes) => Math.Round((minutes ?? 0) / 60m, 1);

    private sealed class Times
    {
        public DurationTally Minutes { get; } = new();
        public int Late { get; set; }
        public DateTimeOffset FirstAt { get; set; } = DateTimeOffset.MaxValue;
        public DateTimeOffset LastAt { get; set; }
        public Text? Title { get; set; }
    }
}

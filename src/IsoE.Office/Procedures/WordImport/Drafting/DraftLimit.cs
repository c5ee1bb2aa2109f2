using IsoE.Workflows;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures.WordImport.Drafting;

/// <summary>The legal limit of a draft: what the document says, else what its steps add up to.</summary>
internal static class DraftLimit
{
    private const int MinutesOfDay = 480;

    public static (TimeLimit Limit, string Source) Of(WordProcedure word, FlowPlan plan)
    {
        if (word.Text.Limit is { Value: { } given } said) return (given, DraftText.Unverified(said.Sources));
        if (word.Sheet.Total is { Value: { } total } row) return (total, DraftText.Unverified(row.Sources));
        var minutes = Sum(plan);
        return (new TimeLimit(Math.Max((minutes + MinutesOfDay - 1) / MinutesOfDay, 1), TimeUnit.WorkingDays), "unverified: cộng thời hạn các bước, tệp Word không ghi thời hạn chung");
    }

    /// <summary>Counted working minutes of all steps.</summary>
    public static int Sum(FlowPlan plan) =>
        plan.Steps.Where(step => step.Clock == Clocks.Counts && step.Limit is not null).Sum(step => WorkingMinutes(step.Limit!.Value));

    /// <summary>Working minutes of a limit; calendar days hold five working days in seven.</summary>
    public static int WorkingMinutes(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.WorkingMinutes => limit.Value,
        TimeUnit.WorkingHours => limit.Value * 60,
        TimeUnit.WorkingDays => limit.Value * MinutesOfDay,
        TimeUnit.CalendarDays => limit.Value * 5 / 7 * MinutesOfDay,
        _ => MinutesOfDay,
    };
}

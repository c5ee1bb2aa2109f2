using IsoE.Workflows.Activities;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;
using Parallel = IsoE.Workflows.Activities.Parallel;
using UserTask = IsoE.Workflows.Activities.UserTask;
using Wait = IsoE.Workflows.Activities.Wait;

namespace IsoE.Workflows.Verification.Time;

/// <summary>Working hours of activities in one case of the procedure.</summary>
internal sealed class StepHours(VerificationContext context, Constants ofCase)
{
    /// <summary>Most hours the activity may take from the legal limit; 0 for what pauses the clock or is outside it.</summary>
    public decimal Of(Activity activity) => activity.Type switch
    {
        UserTask or Wait or SubProcedure => Counts(activity) ? Own(activity) : 0,
        Flowchart => new LongestWay(activity, this, null).OfDiagram().Hours,
        Parallel or If or Switch => activity.Children.Select(Of).DefaultIfEmpty().Max(),
        _ => activity.Children.Sum(Of),
    };

    public static bool Counts(Activity activity) => (activity.LiteralText("clock") ?? Clocks.Counts) == Clocks.Counts;

    /// <summary>The step's own limit in the case; null when it has none, or when it depends on more than the case.</summary>
    public TimeLimit? Limit(Activity activity) =>
        activity.Inputs.TryGetValue("timeLimit", out var given)
        && ofCase.ValueOf(given) is { } text && TimeLimit.TryParse(Values.ToText(text), out var limit) ? limit : null;

    /// <summary>The legal limit of the procedure a step starts, where it is known.</summary>
    public TimeLimit? LimitOfStarted(Activity activity)
    {
        if (context.Procedures?.GetValueOrDefault(activity.LiteralText("procedure") ?? "") is not { Limits: { Count: > 0 } limits })
        {
            return null;
        }

        var @case = activity.Inputs.TryGetValue("case", out var given) && ofCase.ValueOf(given) is { } value ? Values.ToText(value) : "";
        return limits.TryGetValue(@case, out var limit) ? limit : limits.Values.MaxBy(Hours);
    }

    /// <summary>Working hours of a limit; calendar days hold five working days in seven.</summary>
    public decimal Hours(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.WorkingMinutes => limit.Value / 60m,
        TimeUnit.WorkingHours => limit.Value,
        TimeUnit.WorkingDays => limit.Value * context.HoursPerDay,
        TimeUnit.CalendarDays => limit.Value * context.HoursPerDay * 5 / 7,
        _ => context.HoursPerDay,
    };

    // A step without a limit of its own that starts another procedure waits as long as the law lets that one take.
    private decimal Own(Activity activity) => (Limit(activity) ?? LimitOfStarted(activity)) is { } limit ? Hours(limit) : 0;
}

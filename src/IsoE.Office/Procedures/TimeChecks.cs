using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>Whether the budgets of the steps fit the legal limit on every way through the flow .</summary>
internal static class TimeChecks
{
    public static IEnumerable<LoadProblem> Of(PairedVersion version)
    {
        var flow = ProcedureFlow.Of(version.Flow.Definition);
        var unreadable = flow.InOrder.SelectMany(a => Unreadable(version, a)).ToList();
        return unreadable.Count > 0 ? unreadable : version.Procedure.Cases.SelectMany(c => Overrun(version, flow, c));
    }

    /// <summary>The longest counted way from the start to each activity's end; ways back are rounds of their own.</summary>
    private static IEnumerable<LoadProblem> Overrun(PairedVersion version, ProcedureFlow flow, ProcedureCase @case)
    {
        var legal = StepLimits.WorkingMinutes(@case.Limit);
        var until = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var activity in flow.InOrder.Where(a => a == flow.Start || until.ContainsKey(a.Id)))
        {
            var total = until.GetValueOrDefault(activity.Id) + Counted(activity, @case.Id);
            if (total > legal)
            {
                yield return ProcedureChecks.InFlow(version, activity, TooLong(@case, total, legal));
                yield break;
            }
            foreach (var way in flow.From(activity.Id).Where(w => !flow.IsBack(w) && IsTaken(w, activity, @case.Id)))
                until[way.Target] = Math.Max(until.GetValueOrDefault(way.Target), total);
        }
    }

    /// <summary>A decision on the case alone leaves by one of its ways only.</summary>
    private static bool IsTaken(Connection way, Activity from, string caseId) =>
        StepLimits.Decided(from, caseId) is not { } decided || way.Port == (decided ? "True" : "False");

    private static int Counted(Activity activity, string caseId) =>
        StepTable.IsStep(activity) && (activity.LiteralText("clock") ?? Clocks.Counts) == Clocks.Counts && StepLimits.Of(activity, caseId) is { } limit
            ? StepLimits.WorkingMinutes(limit)
            : 0;

    private static Text TooLong(ProcedureCase @case, int total, int legal) => new(
        $"Trường hợp \"{@case.Name.Vi}\": đến hết bước này đã cộng {Hours(total)} giờ, vượt thời hạn {@case.Limit.Describe().Vi} ({Hours(legal)} giờ).",
        $"Case \"{@case.Name.En}\": the steps up to here add up to {Hours(total)} hours, more than the limit of {@case.Limit.Describe().En} ({Hours(legal)} hours).");

    private static string Hours(int minutes) => minutes % 60 == 0 ? $"{minutes / 60}" : $"{minutes / 60}:{minutes % 60:00}";

    private static IEnumerable<LoadProblem> Unreadable(PairedVersion version, Activity activity)
    {
        foreach (var @case in version.Procedure.Cases)
        {
            Text? problem = null;
            try
            {
                _ = StepLimits.Of(activity, @case.Id);
            }
            catch (ExpressionFailedException e)
            {
                problem = new Text(
                    $"Thời hạn chỉ được phụ thuộc vào trường hợp: {e.Reason.Vi}", $"A time limit may depend on the case only: {e.Reason.En}");
            }
            catch (RejectedException e)
            {
                problem = e.Reason;
            }
            if (problem is not null) yield return ProcedureChecks.InFlow(version, activity, problem);
        }
    }
}

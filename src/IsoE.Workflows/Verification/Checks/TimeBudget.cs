using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Execution;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// On every path the hours of the counted steps fit the legal limit of the case. Parallel branches count as the
/// longest of them; steps that pause the clock or are outside it count nothing; nothing is counted twice, because
/// the way back of a loop is not followed.
/// </summary>
internal sealed class TimeBudget : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        if (subject.Context.Limits is not { } limits || subject.Definition.Root.Type is not Flowchart)
        {
            return [];
        }

        return limits.Select(limit => Check(subject, limit.Key, limit.Value)).OfType<Finding>();
    }

    private static Finding? Check(Subject subject, string caseId, TimeLimit limit)
    {
        var inputs = new Dictionary<string, JsonElement> { ["case"] = Values.Of(caseId) };
        var longest = new Longest(FlowGraph.Of(subject.Definition.Root), new Constants(inputs), subject.Context.HoursPerDay);
        var (hours, path) = longest.Path();
        var allowed = Hours(limit, subject.Context.HoursPerDay);
        if (hours <= allowed)
        {
            return null;
        }

        var (needed, possible) = (Shown(hours), Shown(allowed));
        return new Finding(FindingCodes.TimeOverLimit, Severity.Refusal, new Text(
            $"Trường hợp “{caseId}”: các bước cần {needed} giờ làm việc, quá thời hạn {limit.Describe().Vi} ({possible} giờ).",
            $"Case '{caseId}': the steps take {needed} working hours, more than the limit of {limit.Describe().En} ({possible} hours)."),
            path);
    }

    private static string Shown(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);

    // Calendar days hold five working days in seven.
    private static decimal Hours(TimeLimit limit, decimal hoursPerDay) => limit.Unit switch
    {
        TimeUnit.WorkingMinutes => limit.Value / 60m,
        TimeUnit.WorkingHours => limit.Value,
        TimeUnit.WorkingDays => limit.Value * hoursPerDay,
        TimeUnit.CalendarDays => limit.Value * hoursPerDay * 5 / 7,
        _ => hoursPerDay,
    };

    /// <summary>The longest way through the connections that close no cycle.</summary>
    private sealed class Longest(FlowGraph graph, Constants constants, decimal hoursPerDay)
    {
        private readonly Dictionary<string, (decimal Hours, string? Next)> known = new(StringComparer.Ordinal);

        public (decimal Hours, IReadOnlyList<string> Path) Path()
        {
            if (graph.Start is not { } start)
            {
                return (0, []);
            }

            foreach (var id in Backwards(start.Id))
            {
                known[id] = Best(id);
            }

            var path = new List<string>();
            for (string? id = start.Id; id is not null; id = known[id].Next)
            {
                path.Add(id);
            }

            return (known[start.Id].Hours, path);
        }

        private (decimal, string?) Best(string id)
        {
            var next = Targets(id).Select(target => (target, known[target].Hours)).OrderByDescending(way => way.Hours).FirstOrDefault();
            return (OwnHours(graph.Activities[id]) + next.Hours, next.target);
        }

        /// <summary>Activities so that each comes after all it leads to; without recursion, for long flows.</summary>
        private List<string> Backwards(string start)
        {
            var (order, seen, open) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal), new Stack<(string Id, bool Done)>([(start, false)]));
            while (open.TryPop(out var at))
            {
                if (at.Done)
                {
                    order.Add(at.Id);
                }
                else if (seen.Add(at.Id))
                {
                    open.Push((at.Id, true));
                    foreach (var target in Targets(at.Id))
                    {
                        open.Push((target, false));
                    }
                }
            }

            return order;
        }

        private IEnumerable<string> Targets(string id)
        {
            var activity = graph.Activities[id];
            var truth = activity.Type is FlowDecision && activity.Inputs.TryGetValue("condition", out var condition)
                ? constants.TruthOf(condition)
                : null;
            return graph.Outbound(id)
                .Where(c => graph.IsForward(c) && (truth is null || c.Port == (truth.Value ? "True" : "False")))
                .Select(c => c.Target)
                .Distinct();
        }

        private decimal OwnHours(Activity activity)
        {
            var counts = (activity.LiteralText("clock") ?? Clocks.Counts) == Clocks.Counts;
            return counts && activity.Inputs.TryGetValue("timeLimit", out var given)
                && constants.ValueOf(given) is { } text && TimeLimit.TryParse(Values.ToText(text), out var limit)
                ? Hours(limit, hoursPerDay)
                : 0;
        }
    }
}

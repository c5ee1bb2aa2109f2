using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Verification.Data;
using IsoE.Workflows.Verification.Time;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>
/// On every path the hours of the counted steps fit the legal limit of the case. Parallel branches count as the
/// longest of them; steps that pause the clock or are outside it count nothing; nothing is counted twice, because
/// every round of a loop has its own budget.
/// </summary>
internal sealed class TimeBudget : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        if (subject.Context.Limits is not { } limits)
        {
            return [];
        }

        var data = new Lazy<DataModel>(() => OnOneWay(subject));
        return Unlimited(subject)
            .Concat(limits.Keys.SelectMany(caseId => Undecided(subject, caseId)).DistinctBy(finding => finding.ActivityIds[0]))
            .Concat(limits.Select(limit => Check(subject, data, limit.Key, limit.Value)).OfType<Finding>());
    }

    private static Finding? Check(Subject subject, Lazy<DataModel> data, string caseId, TimeLimit limit)
    {
        var hours = HoursIn(subject, caseId);
        var root = subject.Definition.Root;
        var way = root.Type is Flowchart
            ? new LongestWay(root, hours, new WayDecisions(data.Value, root, caseId)).OfRuns()
            : new TimedWay(hours.Of(root), FlowPath.None, true);
        var allowed = hours.Hours(limit);
        return way.Hours > allowed ? Over(subject, caseId, limit, way, allowed, hours)
            : way.IsExact ? null
            : NotProved(subject, caseId);
    }

    private static Finding Over(Subject subject, string caseId, TimeLimit limit, TimedWay way, decimal allowed, StepHours hours)
    {
        var (needed, possible, name) = (Shown(way.Hours), Shown(allowed), NameOf(subject, caseId));
        var steps = way.Path.ActivityIds.Where(id => hours.Of(subject.Definition.Activities[id]) > 0);
        return new Finding(FindingCodes.TimeOverLimit, Severity.Refusal, new Text(
            $"Trường hợp “{name.Vi}”: các bước trên đường này cộng lại {needed} giờ làm việc, quá thời hạn {limit.Describe().Vi} ({possible} giờ).",
            $"Case '{name.En}': the steps on this way take {needed} working hours, more than the limit of {limit.Describe().En} ({possible} hours)."),
            [.. steps])
        {
            Path = way.Path,
        };
    }

    private static Finding NotProved(Subject subject, string caseId)
    {
        var name = NameOf(subject, caseId);
        return new Finding(FindingCodes.TimeNotProved, Severity.Warning, new Text(
            $"Trường hợp “{name.Vi}”: có quá nhiều đường đi qua các vòng lặp nên thời hạn chỉ được kiểm tra trên các đường đi thẳng.",
            $"Case '{name.En}': there are too many ways through loops; the time limit was checked on those that lead straight on only."),
            []);
    }

    /// <summary>A counted step whose time nobody can tell from the case.</summary>
    private static IEnumerable<Finding> Undecided(Subject subject, string caseId)
    {
        var hours = HoursIn(subject, caseId);
        return Counted(subject).Where(step => step.IsComputed("timeLimit") && hours.Limit(step) is null).Select(step => new Finding(
            FindingCodes.UndecidedTimeLimit,
            Severity.Refusal,
            new Text(
                $"Thời hạn của bước “{step.Called().Vi}” chỉ được phụ thuộc vào trường hợp của thủ tục; hãy viết theo getInput('case').",
                $"The time limit of '{step.Called().En}' may depend on the case of the procedure only; write it by getInput('case')."),
            [step.Id]));
    }

    private static IEnumerable<Finding> Unlimited(Subject subject) =>
        Counted(subject).Where(step => !step.Inputs.ContainsKey("timeLimit") && !step.Inputs.ContainsKey("dueOn") && step.Type is not SubProcedure).Select(step => new Finding(
            FindingCodes.NoTimeLimit,
            Severity.Warning,
            new Text(
                $"Bước “{step.Called().Vi}” tính vào thời hạn nhưng không có thời hạn riêng, nên không được cộng khi kiểm tra.",
                $"'{step.Called().En}' counts but has no time limit of its own, so it is not added up."),
            [step.Id]));

    private static IEnumerable<Activity> Counted(Subject subject) => subject.Steps.Where(StepHours.Counts);

    private static StepHours HoursIn(Subject subject, string caseId) =>
        new(subject.Context, new Constants(new Dictionary<string, JsonElement> { ["case"] = Values.Of(caseId) }));

    private static Text NameOf(Subject subject, string caseId) =>
        subject.Context.CaseNames?.GetValueOrDefault(caseId) ?? new Text(caseId, caseId);

    private static string Shown(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>One way does not see what branches beside it write: such values may be anything to it.</summary>
    private static DataModel OnOneWay(Subject subject)
    {
        var graph = FlowGraph.Of(subject.Definition.Root);
        var beside = new Concurrency(graph).InBranches().SelectMany(id => graph.Activities[id].SelfAndDescendants())
            .SelectMany(subject.Data.WrittenBy).ToHashSet();
        return new DataModel(subject.Definition, subject.Context, source => !beside.Contains(source));
    }
}

using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>On every flowchart each activity is reached from the start and reaches an end.</summary>
internal sealed class Reachability : ICheck
{
    public IEnumerable<Finding> Run(Subject subject) =>
        Unreachable(subject).Select(NotReached).Concat(subject.Flowcharts.SelectMany(WithoutEnd));

    /// <summary>Activities that no connections lead to from the start of their flowchart.</summary>
    public static IEnumerable<Activity> Unreachable(Subject subject) => subject.Flowcharts.SelectMany(flowchart =>
    {
        var graph = FlowGraph.Of(flowchart);
        var reached = graph.Start is { } start ? graph.ReachableFrom([start.Id]) : new HashSet<string>();
        return flowchart.Activities.Where(activity => !reached.Contains(activity.Id));
    });

    private static IEnumerable<Finding> WithoutEnd(Activity flowchart)
    {
        var graph = FlowGraph.Of(flowchart);
        var leads = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(flowchart.Activities
            .Where(activity => activity.IsEnd() || IsLast(activity, graph))
            .Select(activity => activity.Id));
        while (open.TryPop(out var id))
        {
            if (leads.Add(id))
            {
                graph.Inbound(id).ToList().ForEach(connection => open.Push(connection.Source));
            }
        }

        return flowchart.Activities.Where(activity => !leads.Contains(activity.Id)).Select(NoEnd);
    }

    // A flow may simply run out at an activity nothing follows.
    private static bool IsLast(Activity activity, FlowGraph graph) => !graph.Outbound(activity.Id).Any();

    private static Finding NotReached(Activity activity) => new(FindingCodes.UnreachableActivity, Severity.Refusal, new Text(
        $"Không có đường nào từ điểm bắt đầu đến bước “{activity.Called().Vi}”; hãy nối vào hoặc bỏ bước này.",
        $"No way leads from the start to '{activity.Called().En}'; connect it or remove it."), [activity.Id]);

    private static Finding NoEnd(Activity activity) => new(FindingCodes.NoWayToEnd, Severity.Refusal, new Text(
        $"Từ bước “{activity.Called().Vi}” không có đường nào đến điểm kết thúc.",
        $"No way leads from '{activity.Called().En}' to an end."), [activity.Id]);
}

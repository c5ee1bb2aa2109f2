using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>Every outcome leads somewhere, and every connection leaves by an outcome that exists.</summary>
internal sealed class Connections : ICheck
{
    public IEnumerable<Finding> Run(Subject subject)
    {
        var endsExplicitly = subject.All.Any(activity => activity.IsEnd());
        return subject.Flowcharts.SelectMany(flowchart =>
            Unconnected(flowchart, endsExplicitly && flowchart == subject.Definition.Root).Concat(Unknown(flowchart)));
    }

    private static IEnumerable<Finding> Unconnected(Activity flowchart, bool mustEnd)
    {
        var graph = FlowGraph.Of(flowchart);
        return flowchart.Activities
            .Where(activity => !activity.IsEnd() && (mustEnd || !RunsOut(activity, graph)))
            .SelectMany(activity => activity.PossibleOutcomes(graph)
                .Except(graph.Outbound(activity.Id).Select(connection => connection.Port))
                .Select(outcome => NotConnected(activity, outcome)));
    }

    // Without any Finish or End, a flow ends where nothing follows: Elsa's own way.
    private static bool RunsOut(Activity activity, FlowGraph graph) =>
        !graph.Outbound(activity.Id).Any() && activity.PossibleOutcomes(graph) is ["Done"];

    private static IEnumerable<Finding> Unknown(Activity flowchart)
    {
        var graph = FlowGraph.Of(flowchart);
        return graph.Connections
            .Where(connection => graph.Activities.TryGetValue(connection.Source, out var source)
                && source.Outcomes is { } outcomes && !outcomes.Union(source.PossibleOutcomes(graph)).Contains(connection.Port))
            .Select(connection => NoSuchOutcome(connection, graph));
    }

    private static Finding NotConnected(Activity activity, string outcome) => new(
        FindingCodes.UnconnectedOutcome,
        Severity.Refusal,
        new Text(
            $"Kết quả “{activity.OutcomeCalled(outcome).Vi}” của bước “{activity.Called().Vi}” chưa được nối đến bước nào.",
            $"The outcome '{activity.OutcomeCalled(outcome).En}' of '{activity.Called().En}' leads nowhere; connect it."),
        [activity.Id]);

    private static Finding NoSuchOutcome(Connection connection, FlowGraph graph)
    {
        var source = graph.Activities[connection.Source];
        var target = graph.Activities.TryGetValue(connection.Target, out var known) ? known.Called() : new Text(connection.Target, connection.Target);
        var outcomes = string.Join(", ", source.Outcomes!);
        return new Finding(FindingCodes.UnknownOutcome, Severity.Refusal, new Text(
            $"Đường nối đến “{target.Vi}” đi từ kết quả “{connection.Port}” mà bước “{source.Called().Vi}” không có; các kết quả: {outcomes}.",
            $"The connection to '{target.En}' leaves '{source.Called().En}' by '{connection.Port}', which it does not have; its outcomes: {outcomes}."),
            [connection.Source])
        {
            Path = new FlowPath([connection.Source, connection.Target], [connection]),
        };
    }
}

using IsoE.Documents.Drawing.Flow;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>Where a dossier stands in its procedure, for the diagram.</summary>
/// <param name="Done">Ids of activities completed at least once.</param>
/// <param name="Now">Ids of activities that wait at present; ids that stand for no node, as that of the flow itself, are passed over.</param>
public sealed record FlowPosition(IReadOnlySet<string> Done, IReadOnlySet<string> Now);

/// <summary>Makes the diagram of a procedure in one language, with or without the position of a dossier.</summary>
public static class ProcedureDiagram
{
    public static FlowDiagram Of(ProcedureVersion version, string language, FlowPosition? position = null)
    {
        var flow = ProcedureFlow.Of(version.Definition);
        var next = position is null ? [] : Next(flow, position);
        return new FlowDiagram(
            version.Procedure.Name.In(language),
            [.. flow.InOrder.Select(a => Node(version, a, language, position, next))],
            [.. flow.InOrder.SelectMany(a => flow.From(a.Id)).Select(c => new FlowEdge(
                c.Source, c.Target, OutcomeLabels.OnWay(flow.Find(c.Source), c.Port).In(language), flow.IsBack(c)))],
            language);
    }

    private static FlowNode Node(ProcedureVersion version, Activity activity, string language, FlowPosition? position, HashSet<string> next)
    {
        // A loop is drawn as the step it repeats.
        var step = activity.SelfAndDescendants().Select(inside => version.Steps.Find(inside.Id)).FirstOrDefault(row => row is not null);
        return new FlowNode(
            activity.Id,
            Title(activity, step).In(language),
            Kind(activity),
            step?.Responsible.In(language) ?? "",
            step?.Time().In(language) ?? "",
            State(activity.Id, position, next));
    }

    private static Text Title(Activity activity, StepRow? step) =>
        step is not null ? new Text($"{step.Number}. {step.Title.Vi}", $"{step.Number}. {step.Title.En}") : activity.Type.TypeName switch
        {
            "Elsa.Start" => new Text("Bắt đầu", "Start"),
            "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" => new Text(activity.DisplayText ?? "Kết thúc", "End"),
            "IsoE.Notify" => new Text(activity.LiteralText("subject") ?? "Thông báo", activity.LiteralText("subjectEn") ?? "Notice"),
            "IsoE.IssueRecord" => new Text(activity.DisplayText ?? activity.Id, activity.Id.Replace('-', ' ')),
            _ => StepTable.TitleOf(activity),
        };

    internal static FlowNodeKind Kind(Activity activity) => activity.Type.TypeName switch
    {
        "Elsa.Start" => FlowNodeKind.Start,
        "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" => FlowNodeKind.End,
        "Elsa.FlowDecision" or "Elsa.FlowSwitch" or "Elsa.If" or "Elsa.Switch" => FlowNodeKind.Decision,
        "Elsa.FlowFork" => FlowNodeKind.Fork,
        "Elsa.FlowJoin" => FlowNodeKind.Join,
        "IsoE.IssueRecord" => FlowNodeKind.Record,
        "IsoE.Wait" or "IsoE.SubProcedure" or "Elsa.Event" or "Elsa.Delay" => FlowNodeKind.Wait,
        _ => FlowNodeKind.Task,
    };

    private static FlowNodeState State(string id, FlowPosition? position, HashSet<string> next) =>
        position is null ? FlowNodeState.None
        : position.Now.Contains(id) ? FlowNodeState.Now
        : position.Done.Contains(id) ? FlowNodeState.Done
        : next.Contains(id) ? FlowNodeState.Next
        : FlowNodeState.None;

    private static HashSet<string> Next(ProcedureFlow flow, FlowPosition position) =>
        [.. flow.InOrder.Where(a => position.Now.Contains(a.Id)).SelectMany(a => flow.From(a.Id)).Select(c => c.Target)];
}

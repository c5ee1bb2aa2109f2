using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Reading;

namespace IsoE.Office.Procedures.Editing;

/// <summary>What a row of the step table is.</summary>
public enum RowKind
{
    /// <summary>Where the flow begins.</summary>
    Start,

    /// <summary>A numbered step: somebody does something, or something is waited for.</summary>
    Step,

    /// <summary>Happens by itself: a message, a record.</summary>
    Automatic,

    /// <summary>Decides where to go on.</summary>
    Decision,

    /// <summary>Branches begin.</summary>
    Fork,

    /// <summary>Branches meet.</summary>
    Join,

    /// <summary>The procedure, or the way, ends.</summary>
    End,

    /// <summary>An activity the table does not know.</summary>
    Foreign,
}

/// <summary>Where an outcome leads.</summary>
/// <param name="Targets">Ids of activities; empty while it leads nowhere.</param>
public sealed record RowWay(string Outcome, Text Label, IReadOnlyList<string> Targets);

/// <summary>A row of the step table.</summary>
/// <param name="Number">TT, from 1, as in the document; null for what is no step.</param>
/// <param name="Parallel">The branch it stands on; null outside parallel parts.</param>
/// <param name="InStudio">What of it can only be edited in Studio.</param>
public sealed record FlowRow(
    int? Number,
    RowKind Kind,
    Activity Activity,
    Text Title,
    IReadOnlyList<RowWay> Ways,
    bool IsReachable,
    ParallelPlace? Parallel,
    IReadOnlyList<string> InStudio)
{
    public string Id => Activity.Id;
}

/// <summary>The step table an author works in: every activity of the flow, in the order of the document.</summary>
/// <remarks>It needs the definition alone, so that it stands while the ISO text is broken.</remarks>
public sealed class FlowTable
{
    private readonly Dictionary<string, FlowRow> byId;

    private FlowTable(IReadOnlyList<FlowRow> rows, IReadOnlyList<Connection> connections, Func<Connection, bool> isBack)
    {
        (Rows, Connections, IsBack) = (rows, connections, isBack);
        byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<FlowRow> Rows { get; }

    public IReadOnlyList<Connection> Connections { get; }

    public Func<Connection, bool> IsBack { get; }

    public FlowRow? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>How a row is called where others lead to it: by its number when it has one.</summary>
    public Text NameOf(string id) => Find(id) is not { } row ? new Text(id, id)
        : row.Number is { } number ? new Text($"{number}. {row.Title.Vi}", $"{number}. {row.Title.En}")
        : row.Title;

    public static FlowTable Of(FlowDraft draft)
    {
        var flow = ProcedureFlow.Of(draft.Definition);
        var unreachable = flow.Unreachable().Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal);
        var parallel = ParallelParts.Of(draft.Graph);
        var number = 0;
        var rows = flow.InOrder.Concat(draft.Definition.Root.Activities.Where(activity => unreachable.Contains(activity.Id)))
            .Select(activity => Row(draft, activity, StepTable.IsStep(activity) && !unreachable.Contains(activity.Id) ? ++number : null,
                !unreachable.Contains(activity.Id), parallel.GetValueOrDefault(activity.Id)))
            .ToList();
        return new FlowTable(rows, [.. draft.Graph.Connections], flow.IsBack);
    }

    private static FlowRow Row(FlowDraft draft, Activity activity, int? number, bool isReachable, ParallelPlace? parallel) => new(
        number,
        KindOf(activity),
        activity,
        TitleOf(activity),
        [.. Ways(draft, activity)],
        isReachable,
        parallel,
        StudioOnly.In(activity));

    private static IEnumerable<RowWay> Ways(FlowDraft draft, Activity activity)
    {
        if (activity.Type.IsTerminal) return [];
        var led = draft.Graph.Outbound(activity.Id).ToLookup(way => way.Port, way => way.Target, StringComparer.Ordinal);
        var outcomes = (activity.Outcomes ?? []).Union(led.Select(group => group.Key));
        return outcomes.Select(outcome => new RowWay(outcome, OutcomeLabels.OnWay(activity, outcome), [.. led[outcome]]));
    }

    private static RowKind KindOf(Activity activity) => activity.Type.TypeName switch
    {
        "Elsa.Start" => RowKind.Start,
        "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" => RowKind.End,
        "Elsa.FlowDecision" or "Elsa.FlowSwitch" => RowKind.Decision,
        "Elsa.FlowFork" => RowKind.Fork,
        "Elsa.FlowJoin" => RowKind.Join,
        "IsoE.Notify" or "IsoE.IssueRecord" => RowKind.Automatic,
        _ when StepTable.IsStep(activity) => RowKind.Step,
        _ => RowKind.Foreign,
    };

    private static Text TitleOf(Activity activity) => activity.Type.TypeName switch
    {
        "IsoE.Notify" when activity.LiteralText("subject") is { } subject => new Text(subject, activity.LiteralText("subjectEn") ?? subject),
        "Elsa.Start" => new Text("Bắt đầu", "Start"),
        "Elsa.NotFoundActivity" => Foreign(activity),
        _ => StepTable.TitleOf(activity),
    };

    private static Text Foreign(Activity activity)
    {
        var name = activity.DisplayText ?? activity.LiteralText("missingTypeName") ?? activity.Name;
        return new Text(name, name);
    }
}

using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Procedures;

/// <summary>
/// The steps of a procedure as its document shows them (TT, trình tự, trách nhiệm, thời gian, biểu mẫu/kết quả),
/// made from the definition, in the order of the flow.
/// </summary>
public sealed record StepTable(IReadOnlyList<StepRow> Rows)
{
    /// <summary>The activities that are steps: those that wait for somebody or something.</summary>
    private static readonly HashSet<string> Steps = ["IsoE.UserTask", "IsoE.Wait", "IsoE.SubProcedure", "Elsa.RunTask", "Elsa.Event"];

    public static StepTable Of(Procedure procedure, WorkflowDefinition definition)
    {
        var flow = ProcedureFlow.Of(definition);
        var numbers = flow.Steps.Select((a, i) => (a.Id, Number: i + 1))
            .ToDictionary(p => p.Id, p => p.Number, StringComparer.Ordinal);
        return new StepTable([.. flow.Steps.Select(a => Row(procedure, flow, numbers, a))]);
    }

    public StepRow? Find(string activityId) => Rows.FirstOrDefault(r => r.ActivityId == activityId);

    internal static bool IsStep(Activity activity) => Steps.Contains(activity.Type.TypeName);

    private static StepRow Row(Procedure procedure, ProcedureFlow flow, Dictionary<string, int> numbers, Activity activity) => new(
        numbers[activity.Id],
        activity.Id,
        TitleOf(activity),
        activity.LiteralText("role"),
        Responsible(activity),
        [.. procedure.Cases.Select(c => (c, Limit: StepLimits.Find(activity, c.Id))).Where(p => p.Limit is not null).Select(p => new StepLimit(p.c, p.Limit!.Value))],
        activity.LiteralText("clock") ?? Clocks.Counts,
        activity.LiteralText("form") is { } form ? procedure.FindTaskForm(form) : null,
        activity.LiteralText("record") is { } record ? procedure.FindRecord(record) : null,
        activity.LiteralText("isoClause"),
        Bilingual(activity, "instructions"),
        [.. Outcomes(procedure, flow, numbers, activity)])
    {
        IsDueOnDay = activity.Inputs.ContainsKey("dueOn"),
    };

    internal static Text TitleOf(Activity activity) => Bilingual(activity, "title")
        ?? new Text(activity.DisplayText ?? activity.Name, activity.DisplayText ?? activity.Name);

    private static Text? Bilingual(Activity activity, string input) =>
        activity.LiteralText(input) is { } vi ? new Text(vi, activity.LiteralText(input + "En") ?? vi) : null;

    private static Text Responsible(Activity activity) => activity.Type.TypeName switch
    {
        "IsoE.UserTask" when activity.LiteralText("role") is { } role => Roles.NameOf(role),
        "IsoE.SubProcedure" => Roles.NameOf(Roles.ExternalAgency),
        _ => Roles.NameOf(Roles.System),
    };

    private static IEnumerable<StepOutcome> Outcomes(
        Procedure procedure, ProcedureFlow flow, Dictionary<string, int> numbers, Activity activity)
    {
        var outer = flow.Around(activity);
        // What is done in a loop leads on when the loop is through.
        var ways = outer == activity
            ? flow.From(activity.Id).Select(way => (way.Port, way.Target))
            : from port in activity.Outcomes ?? [] from way in flow.From(outer.Id) select (port, way.Target);
        foreach (var (port, target) in ways)
        {
            var walk = new OutcomeWalk(flow, numbers);
            walk.Follow(target);
            yield return new StepOutcome(
                port,
                OutcomeLabels.Of(activity, port),
                [.. walk.Next.Order()],
                [.. walk.Records.Select(procedure.FindRecord).OfType<RecordKind>()]);
        }
    }
}

/// <param name="Number">TT: position in the flow, from 1.</param>
/// <param name="Role">Role code of a user task; null for what no person does.</param>
/// <param name="Limits">The limit by case; empty when the step has none.</param>
/// <param name="Clock">What the dossier's clock does meanwhile, see <see cref="Clocks"/>.</param>
public sealed record StepRow(
    int Number,
    string ActivityId,
    Text Title,
    string? Role,
    Text Responsible,
    IReadOnlyList<StepLimit> Limits,
    string Clock,
    TaskForm? Form,
    RecordKind? Record,
    string? IsoClause,
    Text? Instructions,
    IReadOnlyList<StepOutcome> Outcomes)
{
    /// <summary>It has to be done by a day that an earlier step sets, in place of a limit.</summary>
    public bool IsDueOnDay { get; init; }

    /// <summary>The time column in words: one limit where all cases agree, otherwise each with its cases.</summary>
    public Text Time()
    {
        if (Limits.Count == 0 && !IsDueOnDay) return new Text("", "");
        var words = IsDueOnDay ? new Text("đến ngày đã định", "until the day set")
            : Limits.Select(l => l.Limit).Distinct().Count() == 1
            ? Limits[0].Limit.Describe()
            : new Text(
                string.Join("; ", ByLimit().Select(g => $"{string.Join(", ", g.Select(l => l.Case.Name.Vi))}: {g.Key.Describe().Vi}")),
                string.Join("; ", ByLimit().Select(g => $"{string.Join(", ", g.Select(l => l.Case.Name.En))}: {g.Key.Describe().En}")));
        return Clock == Clocks.Counts
            ? words
            : new Text($"{words.Vi} (không tính vào thời hạn)", $"{words.En} (not counted)");
    }

    private IEnumerable<IGrouping<TimeLimit, StepLimit>> ByLimit() => Limits.GroupBy(l => l.Limit);
}

public sealed record StepLimit(ProcedureCase Case, TimeLimit Limit);

/// <summary>Where an outcome leads: the steps that follow and the records that come into being on the way.</summary>
/// <param name="Next">Numbers of the next steps; empty when the procedure ends.</param>
public sealed record StepOutcome(string Id, Text Label, IReadOnlyList<int> Next, IReadOnlyList<RecordKind> Records);

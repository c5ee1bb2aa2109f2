using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>One version of a flow as its readers name it: steps by the number of the step table, the rest by what it does.</summary>
internal sealed class FlowView
{
    private readonly Procedure? text;
    private readonly ProcedureFlow? flow;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public FlowView(FlowForm form, Procedure? text)
    {
        (Form, this.text) = (form, text);
        if (form.Definition is not { } definition) return;
        flow = ProcedureFlow.Of(definition);
        foreach (var step in flow.Steps) numbers[step.Id] = numbers.Count + 1;
    }

    public FlowForm Form { get; }

    /// <summary>Steps in the order of the table.</summary>
    public IReadOnlyList<string> Steps => [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];

    public IReadOnlyList<ProcedureCase> Cases => text?.Cases ?? [];

    public Activity? Find(string id) => Form.Definition?.Activities.GetValueOrDefault(id);

    public int? Number(string id) => numbers.TryGetValue(id, out var number) ? number : null;

    public bool IsStep(string id) => Find(id) is { } activity && StepTable.IsStep(activity);

    /// <summary>"bước 4 “Thẩm định”", "điểm gộp nhánh “join”", "thông báo “Đã có kết quả”".</summary>
    public Text Name(string id)
    {
        if (Find(id) is not { } activity) return Say.Quoted(Say.Plain(id));
        if (StepTable.IsStep(activity))
        {
            var title = StepTable.TitleOf(activity);
            return Number(id) is { } number
                ? new Text($"bước {number} “{title.Vi}”", $"step {number} “{title.En}”")
                : new Text($"bước “{title.Vi}”", $"step “{title.En}”");
        }
        return Automatic(activity);
    }

    public Text Record(string code) => text?.FindRecord(code) is not { } record ? Say.Quoted(Say.Plain(code))
        : record.Form is { } form ? new Text($"“{record.Name.Vi}” ({form})", $"“{record.Name.En}” ({form})")
        : Say.Quoted(record.Name);

    public Text TaskForm(string id) => Say.Quoted(text?.FindTaskForm(id)?.Title ?? Say.Plain(id));

    /// <summary>The limit in a case; null when there is none or only the running dossier tells.</summary>
    public TimeLimit? Limit(string id, string caseId)
    {
        try
        {
            return Find(id) is { } activity ? StepLimits.Find(activity, caseId) : null;
        }
        catch (Exception e) when (e is ExpressionFailedException or RejectedException)
        {
            return null;
        }
    }

    /// <summary>Where control goes from here: the activity, and the steps it comes to when it is none itself.</summary>
    public Text Target(string id)
    {
        if (flow is null || Find(id) is not { } activity || IsStep(id) || activity.Type.IsTerminal || Number(flow, id) is not { } steps) return Name(id);
        var name = Name(id);
        return steps.Length == 0 ? name : new Text($"{name.Vi} (bước {steps})", $"{name.En} (step {steps})");
    }

    /// <summary>Targets of the connections that leave by the outcome, in the order of the file.</summary>
    public IReadOnlyList<string> Targets(string flowchart, string source, string port) =>
        [.. (Find(flowchart)?.Connections ?? []).Where(c => c.Source == source && c.Port == port).Select(c => c.Target).Distinct()];

    private string? Number(ProcedureFlow within, string id)
    {
        if (within.Root.Activities.All(a => a.Id != id)) return null;
        var walk = new OutcomeWalk(within, numbers);
        walk.Follow(id);
        return string.Join(", ", walk.Next.Order());
    }

    private Text Automatic(Activity activity)
    {
        var shown = Say.Plain(activity.DisplayText ?? activity.Id);
        return activity.Type.TypeName switch
        {
            "Elsa.Start" => new Text("điểm bắt đầu", "the start"),
            "Elsa.Finish" or "Elsa.End" or "Elsa.Complete" => new Text($"kết thúc “{shown.Vi}”", $"the end “{shown.En}”"),
            "Elsa.FlowDecision" or "Elsa.FlowSwitch" or "Elsa.If" or "Elsa.Switch" => new Text($"điểm rẽ nhánh “{shown.Vi}”", $"decision “{shown.En}”"),
            "Elsa.FlowFork" => new Text($"điểm tách nhánh “{shown.Vi}”", $"fork “{shown.En}”"),
            "Elsa.FlowJoin" => new Text($"điểm gộp nhánh “{shown.Vi}”", $"join “{shown.En}”"),
            "IsoE.Notify" when activity.LiteralText("subject") is { } vi =>
                new Text($"thông báo “{vi}”", $"notice “{activity.LiteralText("subjectEn") ?? vi}”"),
            "IsoE.IssueRecord" when activity.LiteralText("record") is { } code =>
                new Text($"việc lập {Record(code).Vi}", $"the making of {Record(code).En}"),
            _ => new Text($"{Small(activity.Type.DisplayName.Vi)} “{shown.Vi}”", $"{Small(activity.Type.DisplayName.En)} “{shown.En}”"),
        };
    }

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    public static Text RoleName(string code) => Roles.NameOf(code);
}

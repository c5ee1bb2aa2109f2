using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>An activity that came or went, in one sentence: who, how long, what comes out, where it leads.</summary>
internal sealed class WholeActivity(FlowView view, string id)
{
    public Text Described()
    {
        if (view.Find(id) is not { } activity) return Say.Quoted(Say.Plain(id));
        var parts = view.IsStep(id) ? Step(activity) : Automatic(activity);
        return Say.Joined([.. parts, .. Leads(activity), .. Inside(activity)], "; ");
    }

    private IEnumerable<Text> Step(Activity activity)
    {
        yield return Say.Quoted(StepTable.TitleOf(activity));
        if (activity.LiteralText("role") is { } role) yield return FlowView.RoleName(role);
        if (Time(activity) is { } time) yield return time;
        if (activity.LiteralText("clock") is { } clock and not "counts") yield return InputWords.Word(clock);
        if (activity.LiteralText("form") is { } form) yield return new Text($"biểu mẫu nhập liệu {view.TaskForm(form).Vi}", $"form {view.TaskForm(form).En}");
        if (activity.LiteralText("record") is { } record) yield return new Text($"hồ sơ {view.Record(record).Vi}", $"record {view.Record(record).En}");
    }

    private Text? Time(Activity activity)
    {
        var limits = view.Cases.Select(c => view.Limit(id, c.Id)).Distinct().ToList();
        return limits is [{ } limit] ? limit.Describe() : InputWords.Value(activity, "timeLimit");
    }

    private IEnumerable<Text> Automatic(Activity activity)
    {
        yield return view.Name(id);
        if (InputWords.Conditions(activity) is { } condition) yield return new Text($"điều kiện {condition.Vi}", $"condition {condition.En}");
        if (activity.Type.TypeName == "Elsa.FlowJoin") yield return InputWords.Meeting(activity)!;
    }

    private IEnumerable<Text> Leads(Activity activity) =>
        from outcome in activity.Outcomes ?? []
        from chart in view.Form.Definition!.Activities.Values
        let targets = view.Targets(chart.Id, id, outcome)
        where targets.Count > 0
        let to = Say.Joined(targets.Select(view.Target))
        let label = OutcomeLabels.Of(activity, outcome)
        select label.Vi.Length == 0 ? new Text($"→ {to.Vi}", $"→ {to.En}") : new Text($"“{label.Vi}” → {to.Vi}", $"“{label.En}” → {to.En}");

    private IEnumerable<Text> Inside(Activity activity)
    {
        var steps = activity.SelfAndDescendants().Skip(1).Select(a => view.Name(a.Id)).ToList();
        if (steps.Count > 0) yield return new Text($"gồm {Say.Joined(steps).Vi}", $"with {Say.Joined(steps).En}");
    }
}

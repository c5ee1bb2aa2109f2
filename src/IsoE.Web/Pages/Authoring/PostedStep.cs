using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;

namespace IsoE.Web.Pages.Authoring;

/// <summary>
/// Reads the form of one row of the step table. Only what differs from the draft that was shown becomes an edit, so that
/// two people at different fields of a step do not undo each other.
/// </summary>
internal sealed class PostedStep(IFormCollection form, FlowRow row, TextDraft? text)
{
    public const string New = "+";
    public const string Several = "*";

    private readonly Activity activity = row.Activity;
    private readonly List<FlowEdit> flow = [];
    private readonly List<TextEdit> written = [];

    public (IReadOnlyList<FlowEdit> Flow, IReadOnlyList<TextEdit> Text) Edits()
    {
        Title();
        Limits();
        Clock();
        Form();
        Record();
        foreach (var input in new[] { "role", "unit", "isoClause", "instructions", "instructionsEn", "onTimeout", "milestone", "event", "procedure", "agency", "case", "to", "subjectEn", "message", "messageEn", "mode" })
            Input(input);
        Apart();
        Labels();
        Conditions();
        Ways();
        return (flow, written);
    }

    private string? Said(string name) => form.TryGetValue(name, out var values) ? VietnameseText.Compose(values[^1]!.Trim()) : null;

    private bool Differs(string input, string said) => (activity.LiteralText(input) ?? "") != said.ReplaceLineEndings("\n");

    private void Title()
    {
        if (Said("Set[title]") is not { } vi) return;
        var input = activity.Type.TypeName == "IsoE.Notify" ? "subject" : "title";
        var isInput = activity.Type.Inputs.Any(known => known.Name == input);
        var (nowVi, nowEn) = isInput ? (activity.LiteralText(input) ?? "", activity.LiteralText(input + "En") ?? "") : (activity.DisplayText ?? "", "");
        var en = Said("Set[titleEn]") ?? nowEn;
        if (vi != nowVi || en != nowEn) flow.Add(new SetTitle(activity.Id, new Text(vi, en)));
    }

    private void Input(string input)
    {
        if (Said($"Set[{input}]") is { } said && Differs(input, said))
            flow.Add(new SetInput(activity.Id, input, said.ReplaceLineEndings("\n")));
    }

    private void Limits()
    {
        var cases = form.Keys.Where(key => key.StartsWith("Count[", StringComparison.Ordinal)).Select(key => key[6..^1]).ToList();
        if (cases.Count == 0) return;
        var said = cases.Select(id => KeyValuePair.Create(id, TimeLimits.Written(Said($"Count[{id}]"), Said($"In[{id}]")))).ToList();
        if (said.Any(pair => pair.Value != TimeLimits.Of(activity, pair.Key))) flow.Add(new SetTimeLimit(activity.Id, said));
    }

    /// <summary>The clock and the reason of a pause are one choice on the page.</summary>
    private void Clock()
    {
        if (Said("Clock") is not { } said) return;
        var parts = said.Split(':');
        if (parts[0] != (activity.LiteralText("clock") ?? "counts")) flow.Add(new SetInput(activity.Id, "clock", parts[0]));
        var reason = parts.Length > 1 ? parts[1] : "";
        if (Differs("waitsFor", reason)) flow.Add(new SetInput(activity.Id, "waitsFor", reason));
    }

    private void Form()
    {
        if (Said("Set[form]") is not { } said || !Differs("form", said)) return;
        if (said == New && text is not null)
        {
            var (id, edit) = DraftForms.NewTaskForm(text, TitleOf());
            written.Add(edit);
            said = id;
        }

        flow.Add(new SetInput(activity.Id, "form", said));
    }

    private void Record()
    {
        if (Said("Set[record]") is not { } said || !Differs("record", said)) return;
        if (said == New && text is not null)
        {
            var (code, edit) = DraftForms.NewRecord(text, TitleOf());
            written.Add(edit);
            said = code;
        }

        flow.Add(new SetInput(activity.Id, "record", said));
    }

    private Text TitleOf() => new(
        Said("Set[title]") ?? activity.LiteralText("title") ?? activity.Id, Said("Set[titleEn]") ?? activity.LiteralText("titleEn") ?? "");

    private void Apart()
    {
        if (!form.ContainsKey("Apart")) return;
        var said = form["Apart"].Where(id => id is { Length: > 0 }).Select(id => id!).ToList();
        if (activity.LiteralTexts("separateFrom") is { } now && !now.Order(StringComparer.Ordinal).SequenceEqual(said.Order(StringComparer.Ordinal)))
            flow.Add(new SetInput(activity.Id, "separateFrom", said));
    }

    private void Labels()
    {
        foreach (var outcome in activity.LiteralTexts("outcomes") ?? [])
        {
            if (Said($"Label[{outcome}].Vi") is not { Length: > 0 } vi) continue;
            var (now, said) = (LabelOf(outcome), new Text(vi, Said($"Label[{outcome}].En") ?? ""));
            if (now.Vi != said.Vi || (said.En.Length > 0 && now.En != said.En)) flow.Add(new LabelOutcome(activity.Id, outcome, said));
        }
    }

    private Text LabelOf(string outcome)
    {
        var labels = activity.Literal("outcomeLabels");
        return labels.ValueKind == System.Text.Json.JsonValueKind.Object && labels.TryGetProperty(outcome, out var label) && label.ValueKind == System.Text.Json.JsonValueKind.Object
            ? new Text(Part(label, "vi"), Part(label, "en"))
            : new Text("", "");
    }

    private static string Part(System.Text.Json.JsonElement label, string language) => label.TryGetProperty(language, out var text) ? Values.ToText(text) : "";

    private void Conditions()
    {
        if (PostedCondition.Read(form, "Condition") is { } condition) flow.Add(new SetCondition(activity.Id, condition));
        foreach (var each in activity.Cases)
            if (PostedCondition.Read(form, $"Case[{each.Label}]") is { } when) flow.Add(new SetCase(activity.Id, new ChoiceCase(each.Label, when)));
    }

    private void Ways()
    {
        foreach (var key in form.Keys.Where(key => key.StartsWith("Way[", StringComparison.Ordinal)))
        {
            var (outcome, said) = (key[4..^1], Said(key)!);
            var now = row.Ways.FirstOrDefault(way => way.Outcome == outcome)?.Targets ?? [];
            if (said == Several || (now is [var only] && only == said) || (now.Count == 0 && said.Length == 0)) continue;
            if (said == New) flow.Add(new LeadToNewEnd(activity.Id, outcome, new Text("Kết thúc", "End")));
            else flow.Add(new LeadTo(activity.Id, outcome, said.Length == 0 ? [] : [said]));
        }
    }
}

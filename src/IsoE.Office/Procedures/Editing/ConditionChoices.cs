using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Conditions;

namespace IsoE.Office.Procedures.Editing;

/// <summary>A field that a condition can look at.</summary>
/// <param name="Group">Where it comes from: the dossier, or the step in which it is answered.</param>
/// <param name="Type">The type of its form field, in the words of the ISO text; <c>choice</c> for what is chosen from a list.</param>
/// <param name="Options">The values to choose from; empty when free.</param>
public sealed record ConditionChoice(ConditionField Field, Text Group, Text Label, string Type, IReadOnlyList<FieldOption> Options)
{
    /// <summary>The field as a form posts it.</summary>
    public string Key => KeyOf(Field);

    public static string KeyOf(ConditionField field) =>
        field.Variable is not { } variable ? field.Name is { } name ? $"{field.Input}:{name}" : "case"
        : field.Name is { } answer ? $"step:{variable}:{answer}" : $"same:{variable}";

    /// <summary>The field a key means; null when it is none.</summary>
    public static ConditionField? FieldOf(string? key) => key?.Split(':') switch
    {
        ["case"] => ConditionField.Case,
        ["form", var name] => ConditionField.OfForm(name),
        ["same", var name] => ConditionField.OfSameForm(name),
        ["dossier", "channel"] => ConditionField.Channel,
        ["step", var variable, var name] => ConditionField.OfStep(variable, name),
        _ => null,
    };
}

/// <summary>Everything a condition of a draft can look at.</summary>
public static class ConditionChoices
{
    private static readonly Text Dossier = new("Hồ sơ", "Dossier");

    /// <param name="text">Null while the ISO text cannot be read; then only outcomes of steps are known.</param>
    public static IReadOnlyList<ConditionChoice> Of(FlowDraft flow, FlowTable table, TextDraft? text)
    {
        var choices = new List<ConditionChoice>();
        if (text is not null)
        {
            choices.Add(new ConditionChoice(ConditionField.Case, Dossier, new Text("Trường hợp", "Case"), "choice", Cases(text)));
            choices.AddRange(Fields(text, "form", Dossier, ConditionField.OfForm));
        }
        foreach (var row in table.Rows.Where(row => row.Activity.Type.TypeName == "IsoE.UserTask"))
            if (Variable(flow.Definition, row.Activity) is { } variable)
                choices.AddRange(Answers(table, row, variable, text));
        return choices;
    }

    /// <summary>Everything a condition of the ISO text can look at.</summary>
    /// <param name="list">The list in which the condition stands: <c>components</c>, <c>form</c>, <c>taskForms[1].fields</c>.</param>
    /// <param name="above">How many items stand above it; of its own form a field may look at those only.</param>
    public static IReadOnlyList<ConditionChoice> OfText(TextDraft text, string list, int above)
    {
        var choices = new List<ConditionChoice>();
        if (list == "form" || list.EndsWith(".fields", StringComparison.Ordinal))
            choices.AddRange(Fields(text, list, new Text("Trường phía trên", "Fields above"), ConditionField.OfSameForm).Take(above));
        choices.Add(new ConditionChoice(ConditionField.Case, Dossier, new Text("Trường hợp", "Case"), "choice", Cases(text)));
        choices.Add(new ConditionChoice(ConditionField.Channel, Dossier, new Text("Hình thức nộp", "Way of submitting"), "choice", Channels));
        if (list != "form") choices.AddRange(Fields(text, "form", new Text("Tờ khai hồ sơ", "Dossier form"), ConditionField.OfForm));
        return choices;
    }

    private static readonly FieldOption[] Channels =
    [
        new("direct", new Text("trực tiếp", "in person")), new("online", new Text("trực tuyến", "online")), new("post", new Text("bưu chính", "by post")),
    ];

    private static IEnumerable<ConditionChoice> Answers(FlowTable table, FlowRow row, string variable, TextDraft? text)
    {
        var group = table.NameOf(row.Id);
        if (row.Ways.Count > 1)
            yield return new ConditionChoice(ConditionField.OfStep(variable, "outcome"), group, new Text("Kết quả của bước", "Outcome of the step"), "choice",
                [.. row.Ways.Select(way => new FieldOption(way.Outcome, way.Label))]);
        if (text is null || row.Activity.LiteralText("form") is not { } form || text.IndexOf("taskForms", "id", form) is not { } index) yield break;
        foreach (var field in Fields(text, $"taskForms[{index}].fields", group, name => ConditionField.OfStep(variable, name))) yield return field;
    }

    private static IEnumerable<ConditionChoice> Fields(TextDraft text, string list, Text owner, Func<string, ConditionField> field) =>
        from i in Enumerable.Range(0, text.Count(list))
        let at = $"{list}[{i}]"
        where text.Value($"{at}.id") is not null
        select new ConditionChoice(
            field(text.Value($"{at}.id")!), owner, text.Bilingual($"{at}.label"), text.Value($"{at}.type") ?? "text", Options(text, $"{at}.options"));

    private static List<FieldOption> Options(TextDraft text, string list) =>
        [.. Enumerable.Range(0, text.Count(list)).Select(i => new FieldOption(text.Value($"{list}[{i}].id") ?? "", text.Bilingual($"{list}[{i}]")))];

    private static List<FieldOption> Cases(TextDraft text) =>
        [.. Enumerable.Range(0, text.Count("cases")).Select(i => new FieldOption(text.Value($"cases[{i}].id") ?? "", text.Bilingual($"cases[{i}].name")))];

    private static string? Variable(WorkflowDefinition definition, Activity activity) =>
        activity.OutputBindings.GetValueOrDefault("result") is { } reference ? definition.FindVariable(reference)?.Name : null;
}

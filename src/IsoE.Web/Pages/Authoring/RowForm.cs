using IsoE.Office.Procedures.Editing;
using IsoE.Web.Language;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Editing.Conditions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The form of the row that is open: what the draft says, or what was typed and could not be saved.</summary>
public sealed record RowForm(StepsModel Page, FlowRow Row, IFormCollection? Typed)
{
    public Activity Activity => Row.Activity;

    public string Type => Activity.Type.TypeName;

    /// <summary>Whether the input can be edited here: literal, or not given at all.</summary>
    public bool Edits(string input) => !Row.InStudio.Contains(input) && Activity.Type.Inputs.Any(known => known.Name == input);

    public string Value(string input) => Shown($"Set[{input}]", Activity.LiteralText(input) ?? "");

    /// <summary>What was typed under a name, else what the draft says.</summary>
    public string Shown(string name, string current) => Typed is not null && Typed.TryGetValue(name, out var typed) ? typed[^1] ?? "" : current;

    public string Clock
    {
        get
        {
            var now = Activity.LiteralText("clock") ?? "counts";
            return Shown("Clock", now == "pauses" ? $"pauses:{Activity.LiteralText("waitsFor")}" : now);
        }
    }

    public (string Count, string Unit) Limit(string caseId)
    {
        var (count, unit) = TimeLimits.Split(TimeLimits.Of(Activity, caseId));
        return (Shown($"Count[{caseId}]", count), Shown($"In[{caseId}]", unit));
    }

    /// <summary>Whether the limits of the cases differ, or there is but one case to ask for.</summary>
    public bool HasCases => Page.Cases.Count > 1;

    public IReadOnlyList<SelectListItem> TargetsOf(RowWay way)
    {
        var several = way.Targets.Count > 1;
        var chosen = Shown($"Way[{way.Outcome}]", several ? PostedStep.Several : way.Targets is [var one] ? one : "");
        return
        [
            .. several ? [Item(PostedStep.Several, string.Join(" + ", way.Targets.Select(Page.NameOf)), chosen)] : Array.Empty<SelectListItem>(),
            Item("", Page.Say("– chưa dẫn tới đâu –", "– leads nowhere yet –"), chosen),
            .. Page.Targets.Where(target => target.Id != Row.Id || way.Targets.Contains(target.Id)).Select(target => Item(target.Id, Page.NameOf(target.Id), chosen)),
            Item(PostedStep.New, Page.Say("+ điểm kết thúc mới", "+ a new end"), chosen),
        ];
    }

    /// <summary>The condition of a decision as its form shows it.</summary>
    public ConditionForm Condition(string name, ActivityInput? input) => new(
        Page, name, input?.JavaScript is { } written ? FlowCondition.Of(written) : null, Typed ?? Page.Posted);

    private static SelectListItem Item(string value, string text, string chosen) => new(text, value, value == chosen);
}

/// <summary>The lines of a condition: field, comparison, value.</summary>
public sealed record ConditionForm(StepsModel Page, string Name, FlowCondition? Now, IFormCollection? Typed)
{
    public bool All => Shown($"{Name}.All", Now?.All == false ? "false" : "true") != "false";

    /// <summary>The lines there are, and one more to fill in.</summary>
    public int Count => Math.Min(PostedCondition.Lines, Math.Max(Now?.Comparisons.Count ?? 0, Enumerable.Range(0, PostedCondition.Lines).Count(i => Field(i).Length > 0)) + 1);

    public string Field(int i) => Shown($"{Name}[{i}].Field", At(i) is { } comparison ? ConditionChoice.KeyOf(comparison.Field) : "");

    public string Sign(int i) => Shown($"{Name}[{i}].Sign", At(i)?.Operator ?? "==");

    public string Value(int i) => Shown($"{Name}[{i}].Value", At(i) is { } comparison ? Workflows.Values.ToText(comparison.Value) : "");

    /// <summary>The condition as a sentence; empty when the table cannot tell it.</summary>
    public string InWords(Localiser t) => Now is null ? "" : string.Join(
        Now.All ? t[" và ", " and "] : t[" hoặc ", " or "], Now.Comparisons.Select(comparison => InWords(comparison, t)));

    private string InWords(Comparison comparison, Localiser t)
    {
        var choice = Page.Conditions.FirstOrDefault(each => each.Field == comparison.Field);
        var written = Workflows.Values.ToText(comparison.Value);
        var value = choice?.Options.FirstOrDefault(option => option.Id == written) is { } option ? t[option.Label]
            : written == "true" ? t["có", "yes"] : written == "false" ? t["không", "no"] : written;
        var sign = comparison.Operator switch { "==" => t["là", "is"], "!=" => t["khác", "is not"], "<=" => "≤", ">=" => "≥", var other => other };
        var name = choice is null ? ConditionChoice.KeyOf(comparison.Field)
            : comparison.Field.Variable is null ? t[choice.Label] : $"{t[choice.Label]} ({t[choice.Group]})";
        return $"{name} {sign} {value}";
    }

    public ConditionChoice? Choice(int i) => Page.Conditions.FirstOrDefault(choice => choice.Key == Field(i));

    private Comparison? At(int i) => Now is not null && i < Now.Comparisons.Count ? Now.Comparisons[i] : null;

    private string Shown(string name, string current) => Typed is not null && Typed.TryGetValue(name, out var typed) ? typed[^1] ?? "" : current;
}

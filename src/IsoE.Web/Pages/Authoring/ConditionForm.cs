using IsoE.Office.Procedures.Editing;
using IsoE.Web.Language;
using IsoE.Workflows;
using IsoE.Workflows.Editing.Conditions;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The lines of a condition: field, comparison, value.</summary>
/// <param name="Choices">The fields to choose from.</param>
/// <param name="Now">The condition as it is kept; null for none.</param>
/// <param name="Typed">What was posted, for lines that are not complete yet; null for none.</param>
/// <param name="Title">What the condition decides.</param>
public sealed record ConditionForm(IReadOnlyList<ConditionChoice> Choices, string Name, FlowCondition? Now, IFormCollection? Typed, Text? Title = null)
{
    public bool All => Shown($"{Name}.All", Now?.All == false ? "false" : "true") != "false";

    /// <summary>The lines there are, and one more to fill in.</summary>
    public int Count => Math.Min(PostedCondition.Lines, Math.Max(Now?.Comparisons.Count ?? 0, Enumerable.Range(0, PostedCondition.Lines).Count(i => Field(i).Length > 0)) + 1);

    public string Field(int i) => Shown($"{Name}[{i}].Field", At(i) is { } comparison ? ConditionChoice.KeyOf(comparison.Field) : "");

    public string Sign(int i) => Shown($"{Name}[{i}].Sign", At(i)?.Operator ?? "==");

    public string Value(int i) => Shown($"{Name}[{i}].Value", At(i) is { } comparison ? Values.ToText(comparison.Value) : "");

    /// <summary>The condition as a sentence; empty when the table cannot tell it.</summary>
    public string InWords(Localiser t) => Now is null ? "" : string.Join(
        Now.All ? t[" và ", " and "] : t[" hoặc ", " or "], Now.Comparisons.Select(comparison => InWords(comparison, t)));

    private string InWords(Comparison comparison, Localiser t)
    {
        var choice = Choices.FirstOrDefault(each => each.Field == comparison.Field);
        var written = Values.ToText(comparison.Value);
        var value = choice?.Options.FirstOrDefault(option => option.Id == written) is { } option ? t[option.Label]
            : written == "true" ? t["có", "yes"] : written == "false" ? t["không", "no"] : written;
        var sign = comparison.Operator switch { "==" => t["là", "is"], "!=" => t["khác", "is not"], "<=" => "≤", ">=" => "≥", var other => other };
        var name = choice is null ? ConditionChoice.KeyOf(comparison.Field)
            : comparison.Field.Variable is null || comparison.Field.Name is null ? t[choice.Label] : $"{t[choice.Label]} ({t[choice.Group]})";
        return $"{name} {sign} {value}";
    }

    public ConditionChoice? Choice(int i) => Choices.FirstOrDefault(choice => choice.Key == Field(i));

    private Comparison? At(int i) => Now is not null && i < Now.Comparisons.Count ? Now.Comparisons[i] : null;

    private string Shown(string name, string current) => Typed is not null && Typed.TryGetValue(name, out var typed) ? typed[^1] ?? "" : current;
}

using System.Globalization;
using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Workflows;
using IsoE.Workflows.Editing.Conditions;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Reads a condition from the lines of its form: field, comparison, value.</summary>
internal static class PostedCondition
{
    public const int Lines = 4;

    /// <returns>Null while no line is complete: an author at work is not refused.</returns>
    public static FlowCondition? Read(IFormCollection form, string name)
    {
        var comparisons = Enumerable.Range(0, Lines).Select(i => Line(form, $"{name}[{i}]")).OfType<Comparison>().ToList();
        return comparisons.Count == 0 ? null : new FlowCondition(form[$"{name}.All"] != "false", comparisons);
    }

    /// <summary>The condition as the ISO text keeps it, from what was typed or chosen; what was not changed stays as it is written.</summary>
    /// <param name="field">Name of the form field: the expression as typed; <c>.Before</c> is what was shown, <c>.Line</c> the lines.</param>
    public static string Written(IFormCollection form, string field)
    {
        string Said(string name) => VietnameseText.Compose(form[name].ToString().ReplaceLineEndings("\n").Trim());
        var (typed, before, line) = (Said(field), Said($"{field}.Before"), $"{field}.Line");
        if (typed != before || !form.ContainsKey($"{line}[0].Field")) return typed;
        if (Enumerable.Range(0, Lines).All(i => form[$"{line}[{i}].Field"].ToString().Length == 0)) return "";
        return Read(form, line) is not { } chosen || chosen.Equals(FormExpression.Parse(before).Condition?.Comparisons) ? before : chosen.ToJavaScript();
    }

    private static Comparison? Line(IFormCollection form, string name)
    {
        if (ConditionChoice.FieldOf(form[$"{name}.Field"]) is not { } field) return null;
        var value = VietnameseText.Compose(form[$"{name}.Value"].ToString().Trim());
        var sign = form[$"{name}.Sign"].ToString();
        return value.Length == 0 || !Comparison.Operators.Contains(sign) ? null : new Comparison(field, sign, Typed(value, form[$"{name}.Type"]));
    }

    /// <summary>Numbers are compared as numbers where the field is one; people write them with a comma.</summary>
    private static JsonElement Typed(string value, string? type) => type switch
    {
        "yesNo" => Values.Of(value == "true"),
        "number" or "integer" or "money" when decimal.TryParse(value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            JsonSerializer.SerializeToElement(number),
        _ => Values.Of(value),
    };
}

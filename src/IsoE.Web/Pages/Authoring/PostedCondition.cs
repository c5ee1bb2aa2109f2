using System.Globalization;
using System.Text.Json;
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

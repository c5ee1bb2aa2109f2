using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>
/// Checks what was entered in a form against its declared fields, and normalises it: text to NFC and trimmed,
/// dates to <c>yyyy-MM-dd</c>, numbers to JSON numbers, phone and identity numbers to bare digits.
/// </summary>
public static class FormValidation
{
    /// <param name="entered">
    /// Values by field id, as typed (strings) or already typed (JSON numbers, booleans); empty strings count as absent.
    /// </param>
    /// <param name="answers">What the fields' conditions can see besides the form itself.</param>
    public static FormCheck Validate(IReadOnlyList<FormField> fields, JsonElement entered, FormAnswers answers)
    {
        var values = new JsonObject();
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!IsVisible(field, values, answers)) continue;
            var (value, error) = FieldValidation.Check(field, Entered(entered, field.Id), answers.Today);
            if (error is not null) errors[field.Id] = error;
            else if (value is not null) values[field.Id] = value;
        }
        foreach (var unknown in Unknown(fields, entered))
            errors[unknown] = new Text(
                $"Biểu mẫu không có trường \"{unknown}\".", $"The form has no field \"{unknown}\".");
        return new FormCheck(JsonSerializer.SerializeToElement(values), errors);
    }

    /// <summary>As above, for values typed into a page.</summary>
    public static FormCheck Validate(
        IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string?> typed, FormAnswers answers) =>
        Validate(fields, JsonSerializer.SerializeToElement(typed), answers);

    /// <summary>The fields to show for what has been entered so far, in their order.</summary>
    public static IReadOnlyList<FormField> Visible(IReadOnlyList<FormField> fields, JsonElement values, FormAnswers answers)
    {
        var seen = values.ValueKind == JsonValueKind.Object ? JsonObject.Create(values)! : [];
        return [.. fields.Where(f => IsVisible(f, seen, answers))];
    }

    private static bool IsVisible(FormField field, JsonObject values, FormAnswers answers)
    {
        if (field.Outcomes.Count > 0 && answers.Outcome is { } outcome && !field.Outcomes.Contains(outcome)) return false;
        if (field.VisibleWhen is not { } condition) return true;
        var own = JsonSerializer.SerializeToElement(values);
        return condition.Holds(answers with { Own = own, Form = answers.IsTask ? answers.Form : own }) == true;
    }

    private static JsonElement? Entered(JsonElement entered, string id) =>
        entered.ValueKind == JsonValueKind.Object && entered.TryGetProperty(id, out var value) ? value : null;

    private static IEnumerable<string> Unknown(IReadOnlyList<FormField> fields, JsonElement entered) =>
        entered.ValueKind == JsonValueKind.Object
            ? entered.EnumerateObject().Select(p => p.Name).Except(fields.Select(f => f.Id), StringComparer.Ordinal)
            : [];
}

using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using IsoE.Workflows;

namespace IsoE.Web.Markup;

/// <summary>What was entered in a declared form, in words: labels with values as people write them.</summary>
public static class FormWords
{
    public static IReadOnlyList<KeyValuePair<Text, Text>> Read(IReadOnlyList<FormField> fields, JsonElement values) =>
        values.ValueKind == JsonValueKind.Object
            ? [.. fields.Where(field => values.TryGetProperty(field.Id, out _)).Select(field => KeyValuePair.Create(field.Label, Value(field, values.GetProperty(field.Id))))]
            : [];

    /// <summary>One value as people write it.</summary>
    public static Text Value(FormField field, JsonElement value) => (field.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => new Text("–", "–"),
        (FieldType.YesNo, _) => value.ValueKind == JsonValueKind.True ? new Text("Có", "Yes") : new Text("Không", "No"),
        (FieldType.Choice, JsonValueKind.String) => field.Options.FirstOrDefault(option => option.Id == value.GetString())?.Label ?? Same(value.GetString()!),
        (FieldType.Date, JsonValueKind.String) when DateOnly.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var on) => Same(Shown.Date(on)),
        (FieldType.Money, JsonValueKind.Number) => Same(Shown.Money(value.GetDecimal())),
        (FieldType.Integer, JsonValueKind.Number) => Same(Shown.Number(value.GetInt64())),
        (_, JsonValueKind.String) => Same(value.GetString()!),
        (_, JsonValueKind.Number) => Same(Shown.Decimal(value.GetDecimal())),
        _ => Same(value.GetRawText()),
    };

    private static Text Same(string text) => new(text, text);
}

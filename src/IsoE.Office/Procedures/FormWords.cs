using System.Globalization;
using System.Text.Json;
using IsoE.Documents.Forms;
using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>What was entered in a declared form, in words: labels with values as people write them.</summary>
public static class FormWords
{
    /// <summary>The fields that were filled in, in the order of the form.</summary>
    public static IReadOnlyList<KeyValuePair<Text, Text>> Read(IReadOnlyList<FormField> fields, JsonElement values) =>
        values.ValueKind == JsonValueKind.Object
            ? [.. fields.Where(field => IsFilled(values, field.Id)).Select(field => KeyValuePair.Create(field.Label, Of(field, values.GetProperty(field.Id))))]
            : [];

    /// <summary>One value as people write it.</summary>
    public static Text Of(FormField field, JsonElement value) => (field.Type, value.ValueKind) switch
    {
        (FieldType.YesNo, JsonValueKind.True) => new Text("Có", "Yes"),
        (FieldType.YesNo, JsonValueKind.False) => new Text("Không", "No"),
        (FieldType.Choice, JsonValueKind.String) => field.Options.FirstOrDefault(option => option.Id == value.GetString())?.Label ?? Same(value.GetString()!),
        (FieldType.Date, JsonValueKind.String) when DateOnly.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var on) => Same(Wording.ShortDate(on)),
        (FieldType.Money, JsonValueKind.Number) => Same($"{Wording.Number((long)value.GetDecimal())} đồng"),
        (FieldType.Integer, JsonValueKind.Number) when field.IsYear => Same(value.GetInt64().ToString(CultureInfo.InvariantCulture)),
        (FieldType.Integer, JsonValueKind.Number) => Same(Wording.Number(value.GetInt64())),
        (FieldType.Person, JsonValueKind.Object) => Same(value.GetProperty("name").GetString() ?? ""),
        (_, JsonValueKind.Number) => Same(Wording.Decimal(value.GetDecimal())),
        _ => Same(Values.ToText(value)),
    };

    private static bool IsFilled(JsonElement values, string field) =>
        values.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null && Values.ToText(value).Length > 0;

    private static Text Same(string text) => new(text, text);
}

using System.Globalization;
using System.Text.Json;
using IsoE.Office.Procedures;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Printing;

/// <summary>What was entered in a field, as documents print it.</summary>
internal static class FieldText
{
    /// <param name="values">The form's values by field id.</param>
    public static string Of(FormField field, JsonElement values)
    {
        var text = values.Text(field.Id);
        return field.Type switch
        {
            FieldType.YesNo => text switch { "true" => "Có", "false" => "Không", _ => "" },
            FieldType.Choice => field.Options.FirstOrDefault(option => option.Id == text)?.Label.Vi ?? text,
            FieldType.Date when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) => Wording.ShortDate(date),
            FieldType.Money when decimal.TryParse(text, CultureInfo.InvariantCulture, out var amount) => $"{Wording.Number((long)amount)} đồng",
            _ => text,
        };
    }
}

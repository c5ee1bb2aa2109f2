using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IsoE.Web.Demo;

/// <summary>Fills in what the samples leave open: <c>{name}</c> from the dossier, <c>@today</c> from the day.</summary>
internal static partial class SampleValues
{
    /// <summary>The values as a person would type them on that day.</summary>
    public static JsonElement Typed(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> with, DateOnly today) =>
        JsonSerializer.SerializeToElement(values.ToDictionary(v => v.Key, v => Fill(v.Value, with, today), StringComparer.Ordinal));

    public static string Fill(string value, IReadOnlyDictionary<string, string> with, DateOnly today) =>
        value == "@today"
            ? today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : Placeholder().Replace(value, m => with.GetValueOrDefault(m.Groups[1].Value) ?? m.Value);

    public static IEnumerable<string> Placeholders(SampleStep step) =>
        step.Values.Values.SelectMany(v => Placeholder().Matches(v)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}

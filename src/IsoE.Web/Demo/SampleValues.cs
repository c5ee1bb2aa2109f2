using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IsoE.Web.Demo;

/// <summary>
/// Fills in what the samples leave open: <c>{name}</c> from the dossier, <c>@today</c>, <c>@day-30</c> and <c>@day+30</c> from
/// the day, <c>@person:user</c> for somebody chosen in a form.
/// </summary>
internal static partial class SampleValues
{
    private const string Today = "@today";
    private const string Day = "@day";
    private const string Person = "@person:";

    /// <summary>The values as a person would type them on that day.</summary>
    public static JsonElement Typed(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> with, DateOnly today) =>
        JsonSerializer.SerializeToElement(values.ToDictionary(v => v.Key, v => Fill(v.Value, with, today), StringComparer.Ordinal));

    public static string Fill(string value, IReadOnlyDictionary<string, string> with, DateOnly today)
    {
        if (value == Today) return Shown(today);
        if (value.StartsWith(Day, StringComparison.Ordinal)) return Shown(today.AddDays(int.Parse(value[Day.Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
        return value.StartsWith(Person, StringComparison.Ordinal)
            ? SampleIds.Person(value[Person.Length..])
            : Placeholder().Replace(value, m => with.GetValueOrDefault(m.Groups[1].Value) ?? m.Value);
    }

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The users named in the values of a step.</summary>
    public static IEnumerable<string> People(SampleStep step) => step.Values.Values
        .Where(v => v.StartsWith(Person, StringComparison.Ordinal)).Select(v => v[Person.Length..]);

    public static IEnumerable<string> Placeholders(SampleStep step) =>
        step.Values.Values.SelectMany(v => Placeholder().Matches(v)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}

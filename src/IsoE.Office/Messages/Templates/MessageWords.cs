using System.Text.RegularExpressions;

namespace IsoE.Office.Messages.Templates;

/// <summary>Fills the templates with values.</summary>
public static partial class MessageWords
{
    public static string Subject(MessageTemplate template, IReadOnlyDictionary<string, string> values) => Line(template.Subject, values) ?? "";

    public static string Body(MessageTemplate template, IReadOnlyDictionary<string, string> values) =>
        string.Join('\n', template.Body.Split('\n').Select(line => Line(line, values)).OfType<string>()).Trim() + "\n";

    /// <summary>At most 160 plain characters; only the value marked with a star is shortened, between two words.</summary>
    public static string Sms(MessageTemplate template, IReadOnlyDictionary<string, string> values)
    {
        var plain = values.ToDictionary(pair => pair.Key, pair => SmsText.Plain(pair.Value));
        var parts = template.Sms.Split('|').Where(part => Names(part).All(name => plain.GetValueOrDefault(name) is { Length: > 0 }));
        var text = string.Concat(parts);
        var fixedPart = Placeholder().Replace(text, match => match.Groups["star"].Success ? "" : plain[match.Groups["name"].Value]);
        var room = SmsText.Longest - SmsText.Length(fixedPart);
        var filled = Placeholder().Replace(
            text, match => plain[match.Groups["name"].Value] is var value && match.Groups["star"].Success ? SmsText.Fit(value, room) : value);
        return SmsText.Fit(filled.Trim(), SmsText.Longest);
    }

    internal static IEnumerable<string> Names(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The length of what stands in the template itself.</summary>
    internal static string WithoutValues(string text) => Placeholder().Replace(text, "").Replace("|", "", StringComparison.Ordinal);

    private static string? Line(string template, IReadOnlyDictionary<string, string> values) =>
        Names(template).All(name => values.GetValueOrDefault(name) is { Length: > 0 })
            ? Placeholder().Replace(template, match => values[match.Groups["name"].Value])
            : null;

    [GeneratedRegex(@"\{(?<star>\*)?(?<name>[a-zA-Z0-9]+)\}")]
    private static partial Regex Placeholder();
}

using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>The numbers and bullets Word puts before paragraphs, counted in reading order.</summary>
internal sealed partial class ListLabels
{
    private const int Levels = 9;
    private readonly Dictionary<string, string> abstractOf;
    private readonly Dictionary<string, OpenXmlElement> definitions;
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);
    private readonly TextStyles styles;

    public ListLabels(Numbering? numbering, TextStyles styles)
    {
        this.styles = styles;
        var all = numbering?.ChildElements.ToList() ?? new List<OpenXmlElement>();
        abstractOf = all.Where(e => e.LocalName == "num").DistinctBy(e => e.Attribute("numId"))
            .ToDictionary(e => e.Attribute("numId") ?? "", e => e.Child("abstractNumId").Value() ?? "", StringComparer.Ordinal);
        definitions = all.Where(e => e.LocalName == "abstractNum").DistinctBy(e => e.Attribute("abstractNumId"))
            .ToDictionary(e => e.Attribute("abstractNumId") ?? "", e => e, StringComparer.Ordinal);
    }

    /// <summary>The label of the next paragraph; empty when it is in no list.</summary>
    public string Next(OpenXmlElement paragraph)
    {
        var list = styles.ListOf(paragraph);
        if (list.Child("numId").Value() is not { } id || id == "0" || !abstractOf.TryGetValue(id, out var definition)
            || !definitions.TryGetValue(definition, out var levels)) return "";
        var depth = Math.Clamp(list.Child("ilvl").Number() ?? 0, 0, Levels - 1);
        if (Level(levels, depth) is not { } level) return "";
        if (level.Child("numFmt").Value() == "bullet") return "-";
        return Label(level, levels, Count(definition, levels, depth));
    }

    private int[] Count(string definition, OpenXmlElement levels, int depth)
    {
        if (!counters.TryGetValue(definition, out var counts))
            counters[definition] = counts = [.. Enumerable.Range(0, Levels).Select(i => (Level(levels, i).Child("start").Number() ?? 1) - 1)];
        counts[depth]++;
        for (var below = depth + 1; below < Levels; below++) counts[below] = (Level(levels, below).Child("start").Number() ?? 1) - 1;
        return counts;
    }

    private static string Label(OpenXmlElement level, OpenXmlElement levels, int[] counts) =>
        Placeholder().Replace(level.Child("lvlText").Value() ?? "", match =>
        {
            var depth = match.Groups[1].Value[0] - '1';
            var number = Math.Max(counts[depth], Level(levels, depth).Child("start").Number() ?? 1);
            return Shown(number, Level(levels, depth).Child("numFmt").Value());
        });

    private static OpenXmlElement? Level(OpenXmlElement levels, int depth) =>
        levels.ChildElements.FirstOrDefault(e => e.LocalName == "lvl" && e.Attribute("ilvl") == depth.ToString(CultureInfo.InvariantCulture));

    private static string Shown(int number, string? format) => format switch
    {
        "lowerLetter" => $"{(char)('a' + ((number - 1) % 26))}",
        "upperLetter" => $"{(char)('A' + ((number - 1) % 26))}",
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
            for (; number >= value && text.Length < 20; number -= value) text += sign;
        return text;
    }

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Placeholder();
}

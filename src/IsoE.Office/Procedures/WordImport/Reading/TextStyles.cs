using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>What styles say about a run or paragraph: font, hidden, heading, list.</summary>
/// <param name="guess">The code of text whose font does not tell.</param>
internal sealed class TextStyles(Styles? styles, LegacyCode guess)
{
    private readonly Dictionary<string, OpenXmlElement> byId = (styles?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        .Where(e => e.LocalName == "style" && e.Attribute("styleId") is not null)
        .GroupBy(e => e.Attribute("styleId")!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly string? standard = styles?.ChildElements
        .FirstOrDefault(e => e.LocalName == "style" && e.Attribute("type") == "paragraph" && e.Attribute("default") is "1" or "true").Attribute("styleId");

    private readonly SortedSet<string> legacyFonts = new(StringComparer.Ordinal);

    /// <summary>In which code the text of a run is stored.</summary>
    public LegacyCode CodeOf(OpenXmlElement run, OpenXmlElement paragraph)
    {
        var font = FontOf(run, paragraph);
        var code = LegacyText.CodeOfFont(font);
        if (code != LegacyCode.None) legacyFonts.Add(font!);
        return code == LegacyCode.None ? guess : code;
    }

    public static bool IsHidden(OpenXmlElement run) => run.Child("rPr").Child("vanish").IsOn();

    public bool IsHeading(OpenXmlElement paragraph) =>
        paragraph.Child("pPr").Child("outlineLvl").Number() is >= 0 and < 9
        || Chain(paragraph.Child("pPr").Child("pStyle").Value()).Any(style =>
            style.Child("pPr").Child("outlineLvl").Number() is >= 0 and < 9
            || style.Child("name").Value()?.StartsWith("heading", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The list properties of a paragraph: its own, or those of its style.</summary>
    public OpenXmlElement? ListOf(OpenXmlElement paragraph) =>
        paragraph.Child("pPr").Child("numPr")
        ?? Chain(paragraph.Child("pPr").Child("pStyle").Value()).Select(style => style.Child("pPr").Child("numPr")).FirstOrDefault(list => list is not null);

    public IEnumerable<ImportRemark> Remarks()
    {
        if (legacyFonts.Count > 0) yield return new ImportRemark(null, new Workflows.Text(
            $"Tệp dùng phông chữ cũ ({string.Join(", ", legacyFonts.Take(4))}); chữ đã được chuyển sang Unicode, chữ hoa có dấu có thể thành chữ thường. Hãy đọc lại.",
            $"The file uses legacy fonts ({string.Join(", ", legacyFonts.Take(4))}); the text was converted to Unicode, capitals with marks may have become small. Please read it through."));
        if (guess != LegacyCode.None) yield return new ImportRemark(null, new Workflows.Text(
            "Chữ trong tệp có vẻ được gõ bằng bảng mã cũ (TCVN3 hoặc VNI) dù phông không cho biết; chữ đã được chuyển sang Unicode theo phỏng đoán. Hãy đọc lại kỹ.",
            "The text seems to be typed in a legacy code (TCVN3 or VNI) though its font does not tell; it was converted to Unicode on that guess. Please read it carefully."));
    }

    private string? FontOf(OpenXmlElement run, OpenXmlElement paragraph)
    {
        var properties = run.Child("rPr");
        return Font(properties)
            ?? Chain(properties.Child("rStyle").Value()).Select(style => Font(style.Child("rPr"))).FirstOrDefault(font => font is not null)
            ?? Chain(paragraph.Child("pPr").Child("pStyle").Value() ?? standard).Select(style => Font(style.Child("rPr"))).FirstOrDefault(font => font is not null)
            ?? Font(styles.Child("docDefaults").Child("rPrDefault").Child("rPr"));
    }

    private static string? Font(OpenXmlElement? properties) =>
        properties.Child("rFonts") is { } fonts ? fonts.Attribute("hAnsi") ?? fonts.Attribute("ascii") : null;

    /// <summary>A style and those it is based on; a circle of styles is walked once.</summary>
    private IEnumerable<OpenXmlElement> Chain(string? id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (id is not null && seen.Add(id) && byId.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.Child("basedOn").Value();
        }
    }
}

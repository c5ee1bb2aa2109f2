using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>How far down a shape stands in its drawing: one number for each group it is in, the outermost first.</summary>
internal static partial class ShapePlace
{
    public static IComparer<double[]> FromTheTop { get; } = Comparer<double[]>.Create(Compare);

    public static double[] Of(OpenXmlElement textBox) => [.. textBox.Ancestors().Select(Top).OfType<double>().Reverse()];

    private static double? Top(OpenXmlElement shape) => shape.LocalName switch
    {
        "anchor" => Whole(shape.Child("positionV").Child("posOffset")?.InnerText),
        "wsp" => Whole(shape.Child("spPr").Child("xfrm").Child("off").Attribute("y")),
        "grpSp" => Whole(shape.Child("grpSpPr").Child("xfrm").Child("off").Attribute("y")),
        "rect" or "roundrect" or "shape" or "oval" or "group" or "line" => Style(shape.Attribute("style")),
        _ => null,
    };

    private static double? Whole(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Style(string? style) => style is not null && TopOfStyle().Match(style) is { Success: true } match
        ? Whole(match.Groups[1].Value)
        : null;

    private static int Compare(double[]? one, double[]? other)
    {
        for (var i = 0; i < Math.Min(one!.Length, other!.Length); i++)
            if (one[i].CompareTo(other[i]) is var order and not 0) return order;
        return 0;
    }

    [GeneratedRegex(@"(?:^|;)\s*(?:margin-)?top:\s*(-?[\d.]+)", RegexOptions.IgnoreCase)]
    private static partial Regex TopOfStyle();
}

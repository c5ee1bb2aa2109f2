namespace IsoE.Documents.Drawing;

/// <summary>Text broken into lines for a drawing, by estimated widths.</summary>
/// <remarks>
/// The widths are those of Be Vietnam Pro, rounded up; Tinos is narrower, so lines that fit on the web fit on paper.
/// </remarks>
internal static class TextBlock
{
    private const string Narrow = " .,:;'|!()[]/-ijlftrIíìỉĩịÍÌỈĨỊ";
    private const string Wide = "mwMWĐ%@";

    /// <summary>Estimated width of a line in units of the drawing.</summary>
    public static double Width(string text, double size) => text.Sum(c => Share(c)) * size;

    /// <summary>Lines of at most <paramref name="width"/>; a single longer word stands alone in its line.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, with lines of about equal length.</summary>
    public static IReadOnlyList<string> WrapEvenly(string text, double size, double width)
    {
        var lines = Wrap(text, size, width);
        for (var narrower = width * 0.95; narrower > width * 0.5; narrower -= width * 0.05)
        {
            var tried = Wrap(text, size, narrower);
            if (tried.Count > lines.Count || tried.Any(l => Width(l, size) > width))
                break;
            lines = tried;
        }
        return lines;
    }

    private static double Share(char c)
    {
        if (Narrow.Contains(c, StringComparison.Ordinal))
            return c == ' ' ? 0.27 : 0.33;
        if (Wide.Contains(c, StringComparison.Ordinal))
            return 0.88;
        return char.IsUpper(c) ? 0.68 : 0.58;
    }
}

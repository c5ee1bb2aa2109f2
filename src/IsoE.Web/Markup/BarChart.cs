using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace IsoE.Web.Markup;

/// <summary>Two rows of bars side by side, drawn as SVG: one plain, one hatched, so that colour is not needed to tell them apart.</summary>
/// <remarks>The table with the same figures stands beneath; the drawing is hidden from screen readers.</remarks>
public sealed record BarChart(IReadOnlyList<string> Labels, string FirstName, IReadOnlyList<int> First, string SecondName, IReadOnlyList<int> Second)
{
    private const int Left = 36;
    private const int Top = 34;
    private const int Height = 190;
    private const int Group = 78;

    public string Svg()
    {
        var width = Left + (Labels.Count * Group) + 8;
        var most = Nice(First.Concat(Second).DefaultIfEmpty(1).Max());
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Top + Height + 30}" class="chart" aria-hidden="true" focusable="false">
            <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#d9efdf"/><rect width="2.5" height="6" fill="#1b6b39"/></pattern></defs>
            """);
        Legend(svg);
        for (var line = 0; line <= 4; line++) Gridline(svg, line, most, width);
        for (var i = 0; i < Labels.Count; i++)
        {
            var x = Left + (i * Group) + 12;
            Bar(svg, x, First[i], most, "#1d4f91");
            Bar(svg, x + 27, Second[i], most, "url(#hatch)");
            Text(svg, x + 26, Top + Height + 20, Labels[i], "middle");
        }

        return svg.Append("</svg>").ToString();
    }

    private void Legend(StringBuilder svg)
    {
        svg.Append("""<rect x="36" y="4" width="14" height="14" fill="#1d4f91"/>""");
        Text(svg, 56, 16, FirstName, "start");
        svg.Append("""<rect x="186" y="4" width="14" height="14" fill="url(#hatch)" stroke="#1b6b39"/>""");
        Text(svg, 206, 16, SecondName, "start");
    }

    private static void Gridline(StringBuilder svg, int line, int most, int width)
    {
        var y = Top + Height - (Height * line / 4);
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Left}" x2="{width}" y1="{y}" y2="{y}" stroke="#c9d0d9" stroke-width="1"/>""");
        Text(svg, Left - 6, y + 4, (most * line / 4).ToString(CultureInfo.InvariantCulture), "end");
    }

    private static void Bar(StringBuilder svg, int x, int value, int most, string fill)
    {
        var height = (int)Math.Round((double)Height * value / most);
        var y = Top + Height - height;
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{x}" y="{y}" width="24" height="{height}" fill="{fill}" stroke="{(fill[0] == '#' ? fill : "#1b6b39")}"/>""");
        if (value > 0) Text(svg, x + 12, y - 4, value.ToString(CultureInfo.InvariantCulture), "middle");
    }

    private static void Text(StringBuilder svg, int x, int y, string text, string anchor) => svg.Append(
        CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y}" font-size="13" fill="#1b1f24" text-anchor="{anchor}">{HtmlEncoder.Default.Encode(text)}</text>""");

    /// <summary>The next number that four gridlines divide evenly.</summary>
    private static int Nice(int value) => Math.Max(4, (value + 3) / 4 * 4);
}

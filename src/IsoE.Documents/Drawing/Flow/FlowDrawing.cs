using System.Globalization;
using System.Text;

namespace IsoE.Documents.Drawing.Flow;

/// <summary>Writes a laid-out diagram as SVG.</summary>
internal sealed class FlowDrawing(FlowDiagram diagram, FlowLayout layout, string idPrefix)
{
    private const double LegendHeight = 34;

    private bool English => diagram.Language == "en";

    private bool HasStates => diagram.Nodes.Any(n => n.State is FlowNodeState.Done or FlowNodeState.Now or FlowNodeState.Next);

    // A picture hides what stands in it from those who do not see it; links must not be hidden.
    private string Role => diagram.Nodes.Any(n => n.Link.Length > 0) ? "group" : "img";

    public string Whole()
    {
        var (left, right, bottom) = Frame();
        return Document(left, 0, right - left, bottom + (HasStates ? LegendHeight : 0), legendAt: HasStates ? bottom : null);
    }

    public IReadOnlyList<string> Sheets(double height)
    {
        var (left, right, bottom) = Frame();
        if (bottom <= height)
            return [Document(left, 0, right - left, bottom, legendAt: null)];
        var sheets = new List<string>();
        for (var top = 0.0; top < bottom;)
        {
            var from = top;
            var end = bottom - from <= height ? bottom : layout.Cuts.Where(c => c > from + 40 && c <= from + height).DefaultIfEmpty(from + height).Max();
            sheets.Add(Document(left, from, right - left, end - from, legendAt: null));
            top = end;
        }
        return sheets;
    }

    private (double Left, double Right, double Bottom) Frame()
    {
        var (left, right, bottom) = layout.Bounds;
        var missing = HasStates ? Math.Max(0, 430 - (right - left)) / 2 : 0;
        return (left - missing, right + missing, bottom);
    }

    private string Document(double left, double top, double width, double height, double? legendAt)
    {
        var svg = new Svg();
        svg.Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" width="{width}" height="{height}" role="{Role}" aria-labelledby="{idPrefix}-title {idPrefix}-desc" font-family="{Look.Fonts}">""");
        svg.Add($"""<title id="{idPrefix}-title">{Svg.Escape(diagram.Title)}</title>""");
        svg.Add($"""<desc id="{idPrefix}-desc">{Svg.Escape(string.Join(' ', diagram.TextAlternative()))}</desc>""");
        // A piece holds only what is seen in it, so that no word of the drawing stands twice in a document.
        bool Seen(double y) => y >= top && y < top + height;
        foreach (var route in layout.Routes.OrderBy(r => r.Edge.OnPath).Where(r => r.Points.Min(p => p.Y) < top + height && r.Points.Max(p => p.Y) > top))
            Line(svg, route);
        foreach (var box in layout.Boxes.Where(b => b.Node is not null && Seen(b.Y)))
            FlowShapes.Draw(svg, box, idPrefix, diagram.Language == "en");
        foreach (var route in layout.Routes.Where(r => r.LabelLines.Count > 0 && Seen(r.LabelAt.Y)))
            Label(svg, route);
        if (legendAt is { } y)
            Legend(svg, left + FlowMeasures.Margin, y + 8);
        return svg.Add($"</svg>").ToString();
    }

    private static void Line(Svg svg, FlowRoute route)
    {
        var dash = route.Back ? " stroke-dasharray=\"6 3\"" : "";
        var (colour, width) = route.Edge.OnPath ? (Look.Late, 3.5) : (Look.Muted, 1.5);
        svg.Add($"""<path d="{Rounded(route.Points)}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}/>""");
        var (end, before) = (route.Points[^1], route.Points[^2]);
        var (dx, dy) = (Math.Sign(end.X - before.X), Math.Sign(end.Y - before.Y));
        var (x, y) = (end.X - (9 * dx), end.Y - (9 * dy));
        svg.Add($"""<path d="M{end.X} {end.Y}L{x + (4.5 * dy)} {y + (4.5 * dx)}L{x - (4.5 * dy)} {y - (4.5 * dx)}Z" fill="{colour}"/>""");
    }

    private static string Rounded(List<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{Svg.Number(points[0].X)} {Svg.Number(points[0].Y)}");
        for (var i = 1; i + 1 < points.Count; i++)
        {
            var (before, corner, after) = (points[i - 1], points[i], points[i + 1]);
            var radius = Math.Min(6, Math.Min(Length(before, corner), Length(corner, after)) / 2);
            var (from, to) = (Toward(corner, before, radius), Toward(corner, after, radius));
            path.Append(CultureInfo.InvariantCulture, $"L{Svg.Number(from.X)} {Svg.Number(from.Y)}Q{Svg.Number(corner.X)} {Svg.Number(corner.Y)} {Svg.Number(to.X)} {Svg.Number(to.Y)}");
        }
        // The line ends inside its arrow head, whose point touches the shape.
        var end = Toward(points[^1], points[^2], 4);
        return path.Append(CultureInfo.InvariantCulture, $"L{Svg.Number(end.X)} {Svg.Number(end.Y)}").ToString();
    }

    private static double Length((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);

    private static (double X, double Y) Toward((double X, double Y) from, (double X, double Y) to, double distance) =>
        (from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));

    private static void Label(Svg svg, FlowRoute route)
    {
        var anchor = route.LabelAt.ToLeft ? "end" : "start";
        for (var i = 0; i < route.LabelLines.Count; i++)
        {
            var y = route.LabelAt.Y + (i * FlowMeasures.LabelLine);
            svg.Add($"""<text x="{route.LabelAt.X}" y="{y}" font-size="{FlowMeasures.LabelSize}" text-anchor="{anchor}" fill="{Look.Text}" stroke="#fff" stroke-width="4" paint-order="stroke" font-style="italic">{Svg.Escape(route.LabelLines[i])}</text>""");
        }
    }

    private void Legend(Svg svg, double x, double y)
    {
        foreach (var state in new[] { FlowNodeState.Done, FlowNodeState.Now, FlowNodeState.Next })
        {
            var words = FlowWords.State(state, English);
            FlowShapes.Sample(svg, state, x, y);
            svg.Add($"""<text x="{x + 44}" y="{y + 14}" font-size="{FlowMeasures.LabelSize}" fill="{Look.Text}">{Svg.Escape(char.ToUpperInvariant(words[0]) + words[1..])}</text>""");
            x += 60 + TextBlock.Width(words, FlowMeasures.LabelSize);
        }
    }
}

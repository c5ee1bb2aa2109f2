namespace IsoE.Documents.Drawing.Flow;

/// <summary>Draws the shapes of nodes with their text and the mark of their state.</summary>
internal static class FlowShapes
{
    public static void Draw(Svg svg, FlowBox box, string idPrefix, bool english)
    {
        var node = box.Node!;
        // A bar has no words in it, so its link needs a name.
        var name = node.Title.Length > 0 ? "" : $" aria-label=\"{FlowWords.Parallel(english)}\"";
        if (node.Link.Length > 0)
            svg.Add($"""<a href="{Svg.Escape(node.Link)}"{name}>""");
        var mark = node.State is FlowNodeState.Now or FlowNodeState.Chosen ? " class=\"here\"" : "";
        svg.Add($"""<g id="{idPrefix}-node-{Svg.Escape(node.Id)}"{mark}>""");
        svg.Add($"""{Outline(box)} {Paint(node)}/>""");
        if (node.Kind is FlowNodeKind.Wait)
            Clock(svg, box.X - (box.Width / 2) + 16, box.Y);
        if (node.Kind is not (FlowNodeKind.Fork or FlowNodeKind.Join))
            Text(svg, box);
        if (node.State is FlowNodeState.Done or FlowNodeState.Now or FlowNodeState.Trouble)
            Badge(svg, node.State, BadgeX(box), box.Y - (node.Kind == FlowNodeKind.Decision ? box.Height / 4 : box.Height / 2));
        svg.Add($"</g>");
        if (node.Link.Length > 0)
            svg.Add($"</a>");
    }

    /// <summary>A small box in the look of a state, for the legend.</summary>
    public static void Sample(Svg svg, FlowNodeState state, double x, double y)
    {
        svg.Add($"""<rect x="{x}" y="{y}" width="34" height="18" rx="4" {Paint(new FlowNode("", "", FlowNodeKind.Task, State: state))}/>""");
        if (state is not FlowNodeState.Next)
            Badge(svg, state, x + 34, y);
    }

    private static double BadgeX(FlowBox box) => box.Node!.Kind switch
    {
        FlowNodeKind.Decision => box.X + (box.Width / 4),
        FlowNodeKind.Start or FlowNodeKind.End => box.X + (box.Width / 2) - 10,
        _ => box.X + (box.Width / 2) - 2,
    };

    private static FormattableString Outline(FlowBox box)
    {
        var (left, top, right, bottom) = (box.X - (box.Width / 2), box.Y - (box.Height / 2), box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var wave = bottom - 6;
        return box.Node!.Kind switch
        {
            FlowNodeKind.Decision => $"""<path d="M{box.X} {top}L{right} {box.Y}L{box.X} {bottom}L{left} {box.Y}Z" """,
            FlowNodeKind.Record => $"""<path d="M{left} {top}H{right}V{wave}C{box.X + (box.Width / 4)} {wave - 12} {box.X + (box.Width / 6)} {bottom + 4} {box.X} {wave}S{left + (box.Width / 4)} {bottom + 6} {left} {wave}Z" """,
            FlowNodeKind.Start or FlowNodeKind.End => $"""<rect x="{left}" y="{top}" width="{box.Width}" height="{box.Height}" rx="{box.Height / 2}" """,
            FlowNodeKind.Fork or FlowNodeKind.Join => $"""<rect x="{left}" y="{top}" width="{box.Width}" height="{box.Height}" rx="2" """,
            _ => $"""<rect x="{left}" y="{top}" width="{box.Width}" height="{box.Height}" rx="7" """,
        };
    }

    private static string Paint(FlowNode node) => (node.Kind, node.State) switch
    {
        (FlowNodeKind.Fork or FlowNodeKind.Join, FlowNodeState.Done) => $"fill=\"{Look.OnTime}\"",
        (FlowNodeKind.Fork or FlowNodeKind.Join, FlowNodeState.Now) => $"fill=\"{Look.Primary}\"",
        (FlowNodeKind.Fork or FlowNodeKind.Join, FlowNodeState.OnPath or FlowNodeState.Trouble) => $"fill=\"{Look.Late}\"",
        (FlowNodeKind.Fork or FlowNodeKind.Join, FlowNodeState.Chosen) => $"fill=\"{Look.Primary}\"",
        (FlowNodeKind.Fork or FlowNodeKind.Join, _) => $"fill=\"{Look.Muted}\"",
        (_, FlowNodeState.Done) => $"fill=\"{Look.OnTimePale}\" stroke=\"{Look.OnTime}\" stroke-width=\"1.5\"",
        (_, FlowNodeState.Now) => $"fill=\"{Look.PrimaryPale}\" stroke=\"{Look.Primary}\" stroke-width=\"3.5\"",
        (_, FlowNodeState.Next) => $"fill=\"#fff\" stroke=\"{Look.Line}\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"",
        (_, FlowNodeState.Chosen) => $"fill=\"{Look.PrimaryPale}\" stroke=\"{Look.Primary}\" stroke-width=\"3\"",
        (_, FlowNodeState.OnPath) => $"fill=\"#fff\" stroke=\"{Look.Late}\" stroke-width=\"2.5\"",
        (_, FlowNodeState.Trouble) => $"fill=\"{Look.LatePale}\" stroke=\"{Look.Late}\" stroke-width=\"3.5\"",
        (FlowNodeKind.Start or FlowNodeKind.End, _) => $"fill=\"#eef1f5\" stroke=\"{Look.Muted}\" stroke-width=\"1.5\"",
        _ => $"fill=\"#fff\" stroke=\"{Look.Muted}\" stroke-width=\"1.5\"",
    };

    private static void Text(Svg svg, FlowBox box)
    {
        var (titles, details) = FlowMeasures.Lines(box.Node!);
        var height = (titles.Count * FlowMeasures.TitleLine) + (details.Count * FlowMeasures.DetailLine);
        var x = box.Node!.Kind == FlowNodeKind.Wait ? box.X + 12 : box.X;
        var y = box.Y - (height / 2) - (box.Node.Kind == FlowNodeKind.Record ? 4 : 0);
        foreach (var line in titles)
        {
            y += FlowMeasures.TitleLine;
            svg.Add($"""<text x="{x}" y="{y - 4}" font-size="{FlowMeasures.TitleSize}" font-weight="600" text-anchor="middle" fill="{Look.Text}">{Svg.Escape(line)}</text>""");
        }
        foreach (var line in details)
        {
            y += FlowMeasures.DetailLine;
            svg.Add($"""<text x="{x}" y="{y - 4}" font-size="{FlowMeasures.DetailSize}" text-anchor="middle" fill="{Look.Muted}">{Svg.Escape(line)}</text>""");
        }
    }

    private static void Clock(Svg svg, double x, double y) =>
        svg.Add($"""<circle cx="{x + 4}" cy="{y}" r="9" fill="#fff" stroke="{Look.Muted}" stroke-width="1.5"/>""")
            .Add($"""<path d="M{x + 4} {y - 5}V{y}L{x + 8} {y + 2.5}" fill="none" stroke="{Look.Muted}" stroke-width="1.5"/>""");

    private static void Badge(Svg svg, FlowNodeState state, double x, double y)
    {
        var colour = state switch { FlowNodeState.Done => Look.OnTime, FlowNodeState.Trouble => Look.Late, _ => Look.Primary };
        svg.Add($"""<circle cx="{x}" cy="{y}" r="9" fill="{colour}" stroke="#fff" stroke-width="1.5"/>""");
        if (state == FlowNodeState.Trouble)
            svg.Add($"""<path d="M{x} {y - 5}V{y + 1.5}M{x} {y + 3.5}V{y + 5.5}" stroke="#fff" stroke-width="2.2"/>""");
        else if (state == FlowNodeState.Done)
            svg.Add($"""<path d="M{x - 4} {y}L{x - 1} {y + 3.5}L{x + 4.5} {y - 3.5}" fill="none" stroke="#fff" stroke-width="2"/>""");
        else
            svg.Add($"""<path d="M{x - 2.5} {y - 4.5}L{x + 5} {y}L{x - 2.5} {y + 4.5}Z" fill="#fff"/>""");
    }
}

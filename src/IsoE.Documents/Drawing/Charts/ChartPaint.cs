namespace IsoE.Documents.Drawing.Charts;

/// <summary>Colour with pattern, and mark with dash, of each tone.</summary>
internal static class ChartPaint
{
    public static string Ink(ChartTone tone) => tone switch
    {
        ChartTone.Good => Look.OnTime,
        ChartTone.Fair => Look.Soon,
        ChartTone.Bad => Look.Late,
        ChartTone.Neutral => Look.Line,
        _ => Look.Primary,
    };

    public static string Dash(ChartTone tone) => tone switch
    {
        ChartTone.Good => " stroke-dasharray=\"8 3\"",
        ChartTone.Fair => " stroke-dasharray=\"2 3\"",
        ChartTone.Bad => " stroke-dasharray=\"8 3 2 3\"",
        ChartTone.Neutral => " stroke-dasharray=\"4 4\"",
        _ => "",
    };

    public static string Fill(string idPrefix, ChartTone tone) => tone == ChartTone.Main ? Look.Primary : $"url(#{idPrefix}-{tone})";

    public static void Patterns(Svg svg, string idPrefix, IEnumerable<ChartTone> tones)
    {
        svg.Add($"<defs>");
        foreach (var tone in tones.Where(t => t != ChartTone.Main).Order())
            svg.Add($"""<pattern id="{idPrefix}-{tone}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{Ground(tone)}"/><path d="{Strokes(tone)}" stroke="{Ink(tone)}" stroke-width="1.3" fill="none"/></pattern>""");
        svg.Add($"</defs>");
    }

    public static void Bar(Svg svg, string idPrefix, ChartTone tone, double x, double y, double width, double height) =>
        svg.Add($"""<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{Fill(idPrefix, tone)}" stroke="{Ink(tone)}" stroke-width="1"/>""");

    public static void Mark(Svg svg, ChartTone tone, double x, double y)
    {
        FormattableString shape = tone switch
        {
            ChartTone.Good => $"""<path d="M{x - 4.5} {y + 4}L{x} {y - 5}L{x + 4.5} {y + 4}Z" """,
            ChartTone.Fair => $"""<path d="M{x} {y - 5.5}L{x + 5.5} {y}L{x} {y + 5.5}L{x - 5.5} {y}Z" """,
            ChartTone.Bad => $"""<rect x="{x - 4}" y="{y - 4}" width="8" height="8" """,
            _ => $"""<circle cx="{x}" cy="{y}" r="4.5" """,
        };
        var fill = tone is ChartTone.Main or ChartTone.Bad ? Ink(tone) : "#fff";
        svg.Add($"""{shape}fill="{fill}" stroke="{Ink(tone)}" stroke-width="1.5"/>""");
    }

    /// <summary>A sample for the legend of bars.</summary>
    public static void Sample(Svg svg, string idPrefix, ChartTone tone, double x, double y) => Bar(svg, idPrefix, tone, x, y, 20, 13);

    private static string Ground(ChartTone tone) => tone switch
    {
        ChartTone.Good => Look.OnTimePale,
        ChartTone.Fair => Look.SoonPale,
        ChartTone.Bad => Look.LatePale,
        _ => "#fff",
    };

    private static string Strokes(ChartTone tone) => tone switch
    {
        ChartTone.Good => "M0 8L8 0M-2 2L2 -2M6 10L10 6",
        ChartTone.Fair => "M3.3 4h1.4M7.3 0h1.4M-0.7 0h1.4M7.3 8h1.4M-0.7 8h1.4",
        ChartTone.Bad => "M0 0L8 8M0 8L8 0",
        _ => "M0 4H8",
    };
}

namespace IsoE.Documents.Drawing.Charts;

/// <summary>Lines with marks; a missing value breaks the line.</summary>
internal static class ChartLines
{
    public static void Draw(Svg svg, ChartFrame frame)
    {
        foreach (var series in frame.Chart.Series) Draw(svg, frame, series);
    }

    public static void Draw(Svg svg, ChartFrame frame, ChartSeries series)
    {
        var path = "";
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is { } value)
                path += $"{(i == 0 || series.Values[i - 1] is null ? 'M' : 'L')}{Svg.Number(X(frame, i))} {Svg.Number(frame.Y(value))}";
        }
        svg.Add($"""<path d="{path}" fill="none" stroke="{ChartPaint.Ink(series.Tone)}" stroke-width="2"{ChartPaint.Dash(series.Tone)}/>""");
        for (var i = 0; i < series.Values.Count; i++)
        {
            if (series.Values[i] is not { } value)
                continue;
            ChartPaint.Mark(svg, series.Tone, X(frame, i), frame.Y(value));
            if (frame.Chart.Series.Count == 1)
                ChartFrame.Text(svg, X(frame, i), frame.Y(value) - 9, frame.Figure(value), "middle", Look.Text);
        }
    }

    /// <summary>A sample for the legend of lines.</summary>
    public static void Sample(Svg svg, string idPrefix, ChartTone tone, double x, double y)
    {
        svg.Add($"""<path d="M{x} {y + 7}H{x + 22}" stroke="{ChartPaint.Ink(tone)}" stroke-width="2"{ChartPaint.Dash(tone)}/>""");
        ChartPaint.Mark(svg, tone, x + 11, y + 7);
    }

    private static double X(ChartFrame frame, int category) => frame.SlotAt(category) + (frame.Slot / 2);
}

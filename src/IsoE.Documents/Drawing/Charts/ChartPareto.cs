namespace IsoE.Documents.Drawing.Charts;

/// <summary>Shares from the greatest to the least as bars, and what they add up to as a line.</summary>
internal static class ChartPareto
{
    public static void Draw(Svg svg, ChartFrame frame)
    {
        var width = Math.Min(56, frame.Slot * 0.7);
        for (var i = 0; i < frame.Chart.Categories.Count; i++)
        {
            if (frame.Chart.Series[0].Values[i] is not { } share) continue;
            var (x, y) = (frame.SlotAt(i) + ((frame.Slot - width) / 2), frame.Y(share));
            ChartPaint.Bar(svg, frame.IdPrefix, frame.Chart.Series[0].Tone, x, y, width, frame.Y(0) - y);
        }
        ChartLines.Draw(svg, frame, frame.Chart.Series[1]);
    }

    public static ChartSample Sample(Chart chart) => (svg, idPrefix, tone, x, y) =>
    {
        if (tone == chart.Series[0].Tone) ChartPaint.Sample(svg, idPrefix, tone, x, y);
        else ChartLines.Sample(svg, idPrefix, tone, x, y);
    };
}

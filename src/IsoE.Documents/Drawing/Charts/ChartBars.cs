namespace IsoE.Documents.Drawing.Charts;

/// <summary>Bars side by side or on top of each other.</summary>
internal static class ChartBars
{
    private const double LeastForFigure = 20;

    public static void SideBySide(Svg svg, ChartFrame frame)
    {
        var series = frame.Chart.Series;
        var width = Math.Min(46, frame.Slot * 0.76 / Math.Max(1, series.Count));
        for (var category = 0; category < frame.Chart.Categories.Count; category++)
        {
            var x = frame.SlotAt(category) + ((frame.Slot - (width * series.Count)) / 2);
            foreach (var one in series)
            {
                if (one.Values[category] is { } value)
                {
                    var y = frame.Y(value);
                    ChartPaint.Bar(svg, frame.IdPrefix, one.Tone, x + 1, y, width - 2, frame.Y(0) - y);
                    if (width >= LeastForFigure)
                        ChartFrame.Text(svg, x + (width / 2), y - 5, frame.Figure(value), "middle", Look.Text);
                }
                x += width;
            }
        }
    }

    public static void Stacked(Svg svg, ChartFrame frame)
    {
        var width = Math.Min(56, frame.Slot * 0.7);
        for (var category = 0; category < frame.Chart.Categories.Count; category++)
        {
            var x = frame.SlotAt(category) + ((frame.Slot - width) / 2);
            var sum = 0m;
            foreach (var one in frame.Chart.Series)
            {
                if (one.Values[category] is not { } value || value <= 0)
                    continue;
                var (low, high) = (frame.Y(sum), frame.Y(sum + value));
                ChartPaint.Bar(svg, frame.IdPrefix, one.Tone, x, high, width, low - high);
                sum += value;
            }
            ChartFrame.Text(svg, x + (width / 2), frame.Y(sum) - 5, frame.Figure(sum), "middle", Look.Text);
        }
    }
}

using IsoE.Documents.Forms;

namespace IsoE.Documents.Drawing.Charts;

/// <summary>Axes, names, figures and legend around what a chart shows.</summary>
internal sealed class ChartFrame
{
    private const double Width = 660;
    private const double PlotTop = 30;
    private const double PlotHeight = 210;
    private const double LabelSize = 12;
    private const double Line = 15;

    private readonly decimal _step;
    private readonly IReadOnlyList<IReadOnlyList<string>> _names;
    private readonly double _left;

    public ChartFrame(Chart chart, decimal largest, string idPrefix)
    {
        Chart = chart;
        IdPrefix = idPrefix;
        (_step, Top) = chart.Shares ? (0.2m, 1m) : Scale(largest);
        _left = 18 + TextBlock.Width(Figure(Top), LabelSize);
        Slot = (Width - _left - 12) / Math.Max(1, chart.Categories.Count);
        _names = [.. chart.Categories.Select(c => TextBlock.WrapEvenly(c, LabelSize, Math.Max(40, Slot - 8)))];
    }

    public Chart Chart { get; }

    public string IdPrefix { get; }

    /// <summary>Value at the upper end of the axis.</summary>
    public decimal Top { get; }

    /// <summary>Width that one category has.</summary>
    public double Slot { get; }

    public double SlotAt(int category) => _left + (category * Slot);

    public double Y(decimal value) => PlotTop + (PlotHeight * (double)(1 - (value / Top)));

    public string Figure(decimal value) => Chart.Shares ? Wording.Percent(value, Chart.Language) : Wording.Number((long)Math.Round(value), Chart.Language);

    public void Open(Svg svg)
    {
        var height = LegendTop + (LegendRows().Count * 22) + 6;
        svg.Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-labelledby="{IdPrefix}-title {IdPrefix}-desc" font-family="{Look.Fonts}">""");
        svg.Add($"""<title id="{IdPrefix}-title">{Svg.Escape(Chart.Title)}</title>""");
        svg.Add($"""<desc id="{IdPrefix}-desc">{Svg.Escape(Words())}</desc>""");
        ChartPaint.Patterns(svg, IdPrefix, Chart.Series.Select(s => s.Tone).Distinct());
        if (Chart.ValueTitle.Length > 0)
            Text(svg, _left, PlotTop - 12, Chart.ValueTitle, "start", Look.Muted);
        for (var value = 0m; value <= Top; value += _step)
        {
            svg.Add($"""<path d="M{_left} {Y(value)}H{Width - 12}" stroke="{(value == 0 ? Look.Muted : Look.Border)}" stroke-width="1"/>""");
            Text(svg, _left - 8, Y(value) + 4, Figure(value), "end", Look.Muted);
        }
        for (var i = 0; i < _names.Count; i++)
        {
            for (var line = 0; line < _names[i].Count; line++)
                Text(svg, SlotAt(i) + (Slot / 2), PlotTop + PlotHeight + 18 + (line * Line), _names[i][line], "middle", Look.Text);
        }
    }

    public string Close(Svg svg, ChartSample sample)
    {
        var y = LegendTop + 12;
        foreach (var row in LegendRows())
        {
            var x = _left;
            foreach (var series in row)
            {
                sample(svg, IdPrefix, series.Tone, x, y - 11);
                Text(svg, x + 28, y, series.Name, "start", Look.Text);
                x += LegendWidth(series);
            }
            y += 22;
        }
        return svg.Add($"</svg>").ToString();
    }

    public static void Text(Svg svg, double x, double y, string text, string anchor, string colour) =>
        svg.Add($"""<text x="{x}" y="{y}" font-size="{LabelSize}" text-anchor="{anchor}" fill="{colour}">{Svg.Escape(text)}</text>""");

    private double LegendTop => PlotTop + PlotHeight + 22 + (_names.Select(n => n.Count).DefaultIfEmpty(1).Max() * Line);

    private static double LegendWidth(ChartSeries series) => 48 + TextBlock.Width(series.Name, LabelSize);

    private List<List<ChartSeries>> LegendRows()
    {
        var rows = new List<List<ChartSeries>>();
        var used = double.MaxValue;
        foreach (var series in Chart.Series)
        {
            if (used + LegendWidth(series) > Width - _left)
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(series);
            used += LegendWidth(series);
        }
        return rows;
    }

    private string Words() => $"{Chart.Title}. " + string.Join(" ", Chart.Series.Select(s =>
        $"{s.Name}: {string.Join("; ", Chart.Categories.Zip(s.Values, (c, v) => $"{c} {(v is { } value ? Figure(value) : "-")}"))}."));

    /// <summary>A round step and the end of the axis, with 4 to 6 steps.</summary>
    private static (decimal Step, decimal Top) Scale(decimal largest)
    {
        var power = 1m;
        while (power * 50 < largest)
            power *= 10;
        var step = power * (largest <= 5 * power ? 1 : largest <= 10 * power ? 2 : largest <= 25 * power ? 5 : 10);
        return (step, Math.Max(1, Math.Ceiling(largest / step)) * step);
    }
}

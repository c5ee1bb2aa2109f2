namespace IsoE.Documents.Drawing.Charts;

/// <summary>What a series means; it decides colour, pattern and mark together.</summary>
public enum ChartTone
{
    Main,
    Good,
    Fair,
    Bad,
    Neutral,
}

/// <summary>Values of one kind, one for each category; null where there is none.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, ChartTone Tone = ChartTone.Main);

/// <summary>Draws what a tone looks like, for the legend.</summary>
internal delegate void ChartSample(Svg svg, string idPrefix, ChartTone tone, double x, double y);

/// <summary>A chart for paper as SVG: the same figures always give the same text.</summary>
/// <remarks>Figures are written in the language's way (<c>1.284</c>, <c>97,4 %</c>). A table of the same figures belongs beneath it.</remarks>
/// <param name="Title">What is shown; the text alternative begins with it.</param>
/// <param name="Categories">Names along the horizontal axis.</param>
/// <param name="Shares">Values are shares of 1 and shown in per cent, on an axis from 0 to 100 %.</param>
/// <param name="ValueTitle">What is counted, over the vertical axis: <c>hồ sơ</c>; may be empty.</param>
public sealed record Chart(
    string Title,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    bool Shares = false,
    string ValueTitle = "",
    string Language = "vi")
{
    /// <summary>Bars side by side.</summary>
    /// <param name="idPrefix">Begins the ids inside the SVG; unique in one page.</param>
    /// <exception cref="ArgumentException">A series has more or fewer values than there are categories.</exception>
    public string Bars(string idPrefix = "chart") => Drawn(idPrefix, largest: Series.SelectMany(s => s.Values).Max() ?? 0, ChartBars.SideBySide, ChartPaint.Sample);

    /// <summary>Bars on top of each other; their sum stands above.</summary>
    /// <inheritdoc cref="Bars"/>
    public string StackedBars(string idPrefix = "chart") =>
        Drawn(idPrefix, largest: Categories.Select((_, i) => Series.Sum(s => s.Values.ElementAtOrDefault(i) ?? 0)).DefaultIfEmpty().Max(), ChartBars.Stacked, ChartPaint.Sample);

    /// <summary>A line for each series, each with its own mark.</summary>
    /// <inheritdoc cref="Bars"/>
    public string Lines(string idPrefix = "chart") => Drawn(idPrefix, largest: Series.SelectMany(s => s.Values).Max() ?? 0, ChartLines.Draw, ChartLines.Sample);

    /// <summary>What counts most first: each share as a bar, their sum so far as a line.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="counts">How often each thing was counted, in any order.</param>
    /// <param name="share">Name of the bars, <paramref name="sum"/> that of the line.</param>
    public static Chart Pareto(string title, IReadOnlyList<(string Name, int Count)> counts, string share, string sum, string language = "vi")
    {
        var ordered = counts.OrderByDescending(one => one.Count).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var all = Math.Max(1, ordered.Sum(one => one.Count));
        var shares = ordered.Select(one => (decimal)one.Count / all).ToList();
        return new Chart(
            title,
            [.. ordered.Select(one => one.Name)],
            [new(share, [.. shares.Select(one => (decimal?)one)]), new(sum, [.. shares.Select((_, i) => (decimal?)Math.Min(1, shares.Take(i + 1).Sum()))], ChartTone.Bad)],
            Shares: true,
            Language: language);
    }

    /// <summary>The first series as bars, the second as a line over them, as <see cref="Pareto"/> makes them.</summary>
    /// <inheritdoc cref="Bars"/>
    public string BarsWithLine(string idPrefix = "chart") => Drawn(idPrefix, largest: 1, ChartPareto.Draw, ChartPareto.Sample(this));

    private string Drawn(string idPrefix, decimal largest, Action<Svg, ChartFrame> draw, ChartSample sample)
    {
        if (Series.FirstOrDefault(s => s.Values.Count != Categories.Count) is { } wrong)
            throw new ArgumentException($"The series '{wrong.Name}' has {wrong.Values.Count} values for {Categories.Count} categories.", nameof(idPrefix));
        var frame = new ChartFrame(this, largest, idPrefix);
        var svg = new Svg();
        frame.Open(svg);
        draw(svg, frame);
        return frame.Close(svg, sample);
    }
}

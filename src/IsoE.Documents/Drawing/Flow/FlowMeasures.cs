namespace IsoE.Documents.Drawing.Flow;

/// <summary>Sizes of the drawing in its own units (CSS pixels on the web), and the text in the shapes.</summary>
internal static class FlowMeasures
{
    public const double TitleSize = 14;
    public const double DetailSize = 12;
    public const double LabelSize = 12;
    public const double LabelWidth = 110;
    public const double TitleLine = 18;
    public const double DetailLine = 16;
    public const double LabelLine = 14;
    public const double Track = 11;
    public const double Margin = 16;

    private const double TaskWidth = 232;
    private const double DecisionWidth = 250;
    private const double DecisionText = 132;

    /// <summary>The box of a node, big enough for its text.</summary>
    public static FlowBox Box(FlowNode node)
    {
        var (titles, details) = Lines(node);
        var text = (titles.Count * TitleLine) + (details.Count * DetailLine);
        return node.Kind switch
        {
            FlowNodeKind.Fork or FlowNodeKind.Join => new FlowBox(node, 168, 9),
            FlowNodeKind.Start or FlowNodeKind.End => new FlowBox(node, Math.Max(96, titles.Max(l => TextBlock.Width(l, TitleSize)) + 44), Math.Max(36, text + 16)),
            FlowNodeKind.Decision => new FlowBox(node, DecisionWidth, Math.Max(76, (text + 6) / (1 - (DecisionText / DecisionWidth)))),
            FlowNodeKind.Record => new FlowBox(node, TaskWidth, Math.Max(52, text + 30)),
            _ => new FlowBox(node, TaskWidth, Math.Max(44, text + 20)),
        };
    }

    /// <summary>Title and details of a node, wrapped to its shape.</summary>
    public static (IReadOnlyList<string> Titles, IReadOnlyList<string> Details) Lines(FlowNode node)
    {
        var width = node.Kind switch
        {
            FlowNodeKind.Decision => DecisionText,
            FlowNodeKind.Start or FlowNodeKind.End => 170,
            FlowNodeKind.Wait => TaskWidth - 56,
            _ => TaskWidth - 24,
        };
        var title = node.Title.Length == 0 && node.Kind is FlowNodeKind.Start or FlowNodeKind.End ? "•" : node.Title;
        return (TextBlock.WrapEvenly(title, TitleSize, width), Details(node, width));
    }

    private static IReadOnlyList<string> Details(FlowNode node, double width)
    {
        var line = string.Join(" · ", new[] { node.Role, node.Time }.Where(d => d.Length > 0));
        if (TextBlock.Width(line, DetailSize) <= width)
            return line.Length == 0 ? [] : [line];
        return [.. TextBlock.WrapEvenly(node.Role, DetailSize, width), .. TextBlock.Wrap(node.Time, DetailSize, width)];
    }

    public static double Gap(FlowBox left, FlowBox right) =>
        (left.Width + right.Width) / 2 + (left.Node is null && right.Node is null ? 18 : left.Node is null || right.Node is null ? 26 : 40);
}

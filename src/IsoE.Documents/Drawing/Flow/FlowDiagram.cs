using System.Runtime.CompilerServices;
using System.Text;

namespace IsoE.Documents.Drawing.Flow;

/// <summary>What a node of a procedure is; it decides the shape.</summary>
public enum FlowNodeKind
{
    Task,
    Decision,
    Fork,
    Join,
    Start,
    End,
    Record,
    Wait,
}

/// <summary>Where a dossier stands with a node, or what its author is told of it; shown by mark and line as well as by colour.</summary>
public enum FlowNodeState
{
    None,
    Done,
    Now,
    Next,

    /// <summary>The author has it in hand.</summary>
    Chosen,

    /// <summary>On the way to a trouble.</summary>
    OnPath,

    /// <summary>Where the trouble shows.</summary>
    Trouble,
}

/// <summary>A step of a procedure as people read it.</summary>
/// <param name="Id">Unique in the diagram.</param>
/// <param name="Role">Who is responsible, in words; may be empty.</param>
/// <param name="Time">The time limit, in words; may be empty.</param>
/// <param name="Link">Address the node leads to on a page; empty for none.</param>
public sealed record FlowNode(
    string Id, string Title, FlowNodeKind Kind, string Role = "", string Time = "", FlowNodeState State = FlowNodeState.None, string Link = "");

/// <summary>A way from one step to another.</summary>
/// <param name="Label">The outcome that leads this way; may be empty.</param>
/// <param name="Back">A way back to an earlier step, drawn at the side. Loops without this mark are found too.</param>
/// <param name="OnPath">On the way to a trouble.</param>
public sealed record FlowEdge(string From, string To, string Label = "", bool Back = false, bool OnPath = false);

/// <summary>The diagram of a procedure, drawn top down as SVG for web pages and for paper.</summary>
/// <remarks>The same diagram always gives the same text. No styles or scripts are used, so it may stand in any page.</remarks>
/// <param name="Language">Language of the legend and of the text alternative: <c>vi</c> or <c>en</c>.</param>
public sealed record FlowDiagram(string Title, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges, string Language = "vi")
{
    // Beside the record and not in it: neither equality nor a changed copy is concerned.
    private static readonly ConditionalWeakTable<FlowDiagram, FlowLayout> Layouts = [];

    private FlowLayout Layout => Layouts.GetValue(this, FlowLayout.Of);

    /// <summary>The whole diagram.</summary>
    /// <param name="idPrefix">Begins the ids inside the SVG; must be unique among the diagrams of one page.</param>
    /// <exception cref="ArgumentException">An id stands twice, or an edge names a node that is not there.</exception>
    public string Svg(string idPrefix = "flow") => new FlowDrawing(this, Layout, idPrefix).Whole();

    /// <summary>The diagram cut between layers into pieces for sheets of paper; small diagrams give one piece.</summary>
    /// <param name="height">Greatest height of a piece, in the diagram's units; a text line is 14 units high.</param>
    /// <inheritdoc cref="Svg" path="/exception"/>
    public IReadOnlyList<string> Sheets(double height) => new FlowDrawing(this, Layout, "flow").Sheets(height);

    /// <summary>Width of the drawing in its units.</summary>
    public double Width() => Layout.Bounds is var bounds ? bounds.Right - bounds.Left : 0;

    /// <summary>The diagram in sentences, a step each, in the order of the drawing.</summary>
    public IReadOnlyList<string> TextAlternative()
    {
        var titles = Nodes.ToDictionary(n => n.Id, n => n.Title);
        return [.. Layout.Boxes.Where(b => b.Node is not null && b.Node.Title.Length > 0).Select((b, i) => Sentence(i + 1, b.Node!, titles))];
    }

    private string Sentence(int number, FlowNode node, Dictionary<string, string> titles)
    {
        var english = Language == "en";
        var sentence = new StringBuilder($"{number}. {node.Title}");
        var details = new[] { node.Role, node.Time }.Where(d => d.Length > 0).ToList();
        if (details.Count > 0)
            sentence.Append($" ({string.Join(", ", details)})");
        if (FlowWords.State(node.State, english) is { Length: > 0 } state)
            sentence.Append($", {state}");
        var ways = Edges.Where(e => e.From == node.Id)
            .Select(e => (e.Label.Length > 0 ? $"{e.Label}: " : "") + (titles[e.To].Length > 0 ? titles[e.To] : FlowWords.Parallel(english))).ToList();
        if (ways.Count > 0)
            sentence.Append($". {(english ? "Then" : "Tiếp theo")}: {string.Join("; ", ways)}");
        return sentence.Append('.').ToString();
    }
}

/// <summary>The few words that a diagram says by itself.</summary>
internal static class FlowWords
{
    public static string State(FlowNodeState state, bool english) => state switch
    {
        FlowNodeState.Done => english ? "done" : "đã xong",
        FlowNodeState.Now => english ? "in progress" : "đang thực hiện",
        FlowNodeState.Next => english ? "next" : "sắp tới",
        FlowNodeState.OnPath => english ? "on the way to the problem" : "trên lối dẫn tới lỗi",
        FlowNodeState.Trouble => english ? "the problem shows here" : "lỗi ở đây",
        _ => "",
    };

    public static string Parallel(bool english) => english ? "parallel branches" : "các nhánh song song";
}

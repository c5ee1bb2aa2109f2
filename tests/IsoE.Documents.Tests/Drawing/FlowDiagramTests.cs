using System.Xml.Linq;
using IsoE.Documents.Drawing.Flow;

namespace IsoE.Documents.Tests.Drawing;

public sealed class FlowDiagramTests
{
    private static IEnumerable<TestCaseData> Diagrams() =>
    [
        new TestCaseData(FlowSamples.MaritalStatus()).SetArgDisplayNames("marital-status"),
        new TestCaseData(FlowSamples.Permit()).SetArgDisplayNames("permit"),
        new TestCaseData(FlowSamples.Permit(states: false)).SetArgDisplayNames("permit-plain"),
        new TestCaseData(FlowSamples.Long(60)).SetArgDisplayNames("long"),
    ];

    [TestCaseSource(nameof(Diagrams))]
    public void A_diagram_is_drawn_as_before(FlowDiagram diagram) =>
        Golden.Check($"flow-{Name()}.svg", diagram.Svg());

    private static string Name()
    {
        var name = TestContext.CurrentContext.Test.Name;
        return name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
    }

    [TestCaseSource(nameof(Diagrams))]
    public void A_diagram_is_well_formed_and_says_itself_in_words(FlowDiagram diagram)
    {
        var svg = XDocument.Parse(diagram.Svg("d1")).Root!;

        Assert.That(svg.Attribute("aria-labelledby")!.Value, Is.EqualTo("d1-title d1-desc"));
        Assert.That(svg.Descendants().Single(e => e.Attribute("id")?.Value == "d1-title").Value, Is.EqualTo(diagram.Title));
        Assert.That(svg.Descendants().Single(e => e.Attribute("id")?.Value == "d1-desc").Value, Does.Contain(diagram.Nodes[^2].Title));
    }

    [Test]
    public void A_diagram_with_a_lost_edge_or_a_doubled_step_is_refused()
    {
        var diagram = FlowSamples.MaritalStatus();

        var lost = Assert.Throws<ArgumentException>(() => (diagram with { Edges = [new("start", "nowhere")] }).Svg());
        var doubled = Assert.Throws<ArgumentException>(() => (diagram with { Nodes = [.. diagram.Nodes, diagram.Nodes[0]] }).Svg());

        Assert.That(lost!.Message, Does.Contain("nowhere"));
        Assert.That(doubled!.Message, Does.Contain("'start' stands twice"));
    }

    [Test]
    public void The_way_to_a_trouble_is_marked_and_a_node_leads_to_its_step()
    {
        var plain = FlowSamples.Permit(states: false);
        var marked = plain with
        {
            Nodes = [.. plain.Nodes.Select((n, i) => n with { Link = $"/steps?step={n.Id}&x=1", State = i == 2 ? FlowNodeState.Trouble : i < 2 ? FlowNodeState.OnPath : FlowNodeState.None })],
            Edges = [.. plain.Edges.Select((e, i) => e with { OnPath = i == 0 })],
        };

        var svg = XDocument.Parse(marked.Svg()).Root!;

        XNamespace drawn = "http://www.w3.org/2000/svg";
        Assert.That(svg.Descendants(drawn + "a").Select(a => a.Attribute("href")!.Value), Does.Contain($"/steps?step={plain.Nodes[0].Id}&x=1"));
        Assert.That(svg.Descendants(drawn + "path").Count(p => p.Attribute("stroke-width")?.Value == "3.5" && p.Attribute("fill")?.Value == "none"), Is.EqualTo(1), "one marked line");
        Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("group"), "links stay reachable");
        Assert.That(marked.TextAlternative()[2], Does.Contain("lỗi ở đây"));
    }

    [Test]
    public void Text_from_outside_cannot_become_mark_up()
    {
        var svg = new FlowDiagram("<script>alert(1)</script>", [new("a\"><b", "x & <i>y</i>", FlowNodeKind.Task)], []).Svg();

        Assert.That(svg, Does.Not.Contain("<script").And.Not.Contain("<i>").And.Not.Contain("<b"));
        Assert.That(XDocument.Parse(svg).Root!.Value, Does.Contain("x & <i>y</i>"));
    }

    [Test]
    public void Sheets_of_a_long_diagram_follow_each_other_without_a_gap()
    {
        var views = FlowSamples.Long(60).Sheets(1200).Select(s => XDocument.Parse(s).Root!.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse).ToArray()).ToList();

        Assert.That(views, Has.Count.GreaterThan(6));
        Assert.That(views.Select(v => v[3]), Is.All.LessThanOrEqualTo(1200));
        for (var i = 1; i < views.Count; i++)
            Assert.That(views[i][1], Is.EqualTo(views[i - 1][1] + views[i - 1][3]).Within(0.11));
    }

    /// <summary>Shapes never lie over one another, whatever the procedure looks like.</summary>
    [Test]
    public void Shapes_of_any_procedure_stand_apart([Values(5, 12, 25, 60)] int count)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var boxes = FlowLayout.Of(Random(new Random(seed), count)).Boxes.Where(b => b.Node is not null).ToList();
            for (var i = 0; i < boxes.Count; i++)
            {
                for (var j = i + 1; j < boxes.Count; j++)
                    Assert.That(Overlap(boxes[i], boxes[j]), Is.False, $"seed {seed}: {boxes[i].Node!.Id} and {boxes[j].Node!.Id}");
            }
        }
    }

    private static bool Overlap(FlowBox a, FlowBox b) =>
        Math.Abs(a.X - b.X) < ((a.Width + b.Width) / 2) - 0.5 && Math.Abs(a.Y - b.Y) < ((a.Height + b.Height) / 2) - 0.5;

    private static FlowDiagram Random(Random random, int count)
    {
        var kinds = Enum.GetValues<FlowNodeKind>();
        var nodes = Enumerable.Range(0, count).Select(i => new FlowNode($"n{i}", "Thẩm định hồ sơ", kinds[random.Next(kinds.Length)], "Chuyên viên")).ToList();
        var edges = Enumerable.Range(1, count - 1).Select(i => new FlowEdge($"n{random.Next(Math.Max(0, i - 4), i)}", $"n{i}", "Đạt")).ToList();
        edges.AddRange(Enumerable.Range(0, count / 3).Select(_ => new FlowEdge($"n{random.Next(count)}", $"n{random.Next(count)}", "Trả lại")));
        return new FlowDiagram("Ngẫu nhiên", nodes, edges);
    }
}

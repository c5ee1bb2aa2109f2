using System.Globalization;
using System.Xml.Linq;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The diagram interchange: a shape for every node, an edge with right angles for every flow.</summary>
internal static class BpmnDiagram
{
    private const double Below = 40;

    public static XElement Of(string process, BpmnGraph graph, IReadOnlyList<(BpmnFlow Flow, string Id)> flows)
    {
        var boxes = graph.Nodes.ToDictionary(node => node.Id, node => node.Box, StringComparer.Ordinal);
        return new XElement(Diagram + "BPMNDiagram", new XAttribute("id", "isoe--diagram"),
            new XElement(Diagram + "BPMNPlane", new XAttribute("id", "isoe--plane"), new XAttribute("bpmnElement", process),
                graph.Nodes.Select(Shape),
                flows.Select(each => Edge(each.Id, boxes[each.Flow.Source], boxes[each.Flow.Target]))));
    }

    private static XElement Shape(BpmnNode node) => new(
        Diagram + "BPMNShape",
        new XAttribute("id", $"{node.Id}--shape"),
        new XAttribute("bpmnElement", node.Id),
        node.Element == "exclusiveGateway" ? new XAttribute("isMarkerVisible", "true") : null,
        new XElement(Bounds + "Bounds",
            new XAttribute("x", Number(node.Box.X)), new XAttribute("y", Number(node.Box.Y)),
            new XAttribute("width", Number(node.Box.Width)), new XAttribute("height", Number(node.Box.Height))));

    private static XElement Edge(string flow, BpmnBox from, BpmnBox to) => new(
        Diagram + "BPMNEdge",
        new XAttribute("id", $"{flow}--edge"),
        new XAttribute("bpmnElement", flow),
        Points(from, to).Select(point => new XElement(
            Lines + "waypoint", new XAttribute("x", Number(point.X)), new XAttribute("y", Number(point.Y)))));

    private static (double X, double Y)[] Points(BpmnBox from, BpmnBox to)
    {
        if (from.Right <= to.X)
        {
            var turn = (from.Right + to.X) / 2;
            return from.MiddleY == to.MiddleY
                ? [(from.Right, from.MiddleY), (to.X, to.MiddleY)]
                : [(from.Right, from.MiddleY), (turn, from.MiddleY), (turn, to.MiddleY), (to.X, to.MiddleY)];
        }

        // Back, or straight down: under both.
        var under = Math.Max(from.Bottom, to.Bottom) + Below;
        return [(from.MiddleX, from.Bottom), (from.MiddleX, under), (to.MiddleX, under), (to.MiddleX, to.Bottom)];
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

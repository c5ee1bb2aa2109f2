using System.Globalization;
using System.Xml.Linq;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Where the file's diagram draws its nodes; beside one another when it has none.</summary>
internal sealed class BpmnShapes
{
    private readonly Dictionary<string, (double X, double Y, double Width, double Height)> places = new(StringComparer.Ordinal);
    private readonly BpmnProcess process;

    public BpmnShapes(BpmnProcess process)
    {
        this.process = process;
        foreach (var shape in process.Element.Document?.Descendants(Diagram + "BPMNShape") ?? [])
        {
            if ((string?)shape.Attribute("bpmnElement") is { } element && shape.Element(Bounds + "Bounds") is { } bounds)
                places[element] = (Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"));
        }
    }

    public (double X, double Y, double Width, double Height) Of(XElement node) =>
        places.TryGetValue(BpmnProcess.Id(node), out var place) ? place : (process.Nodes.ToList().IndexOf(node) * 240, 0, 190, 60);

    private static double Number(XElement bounds, string name) =>
        double.TryParse((string?)bounds.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Math.Round(number)
            : 0;
}

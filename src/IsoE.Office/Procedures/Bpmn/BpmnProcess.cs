using System.Xml.Linq;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The process of a file with its nodes and flows by id.</summary>
internal sealed class BpmnProcess
{
    private static readonly HashSet<string> FlowNodes = new(StringComparer.Ordinal)
    {
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "implicitThrowEvent",
        "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity",
        "subProcess", "adHocSubProcess", "transaction", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
        "eventBasedGateway",
    };

    private readonly Dictionary<string, string> lanes;

    public BpmnProcess(XElement process)
    {
        Element = process;
        Nodes = [.. process.Elements().Where(IsNode).Where(node => Id(node).Length > 0).DistinctBy(Id)];
        ById = Nodes.ToDictionary(Id, StringComparer.Ordinal);
        Flows = [.. process.Elements(Model + "sequenceFlow").Where(flow => ById.ContainsKey(Source(flow)) && ById.ContainsKey(Target(flow)))];
        lanes = Lanes(process);
    }

    public XElement Element { get; }

    public IReadOnlyList<XElement> Nodes { get; }

    public IReadOnlyDictionary<string, XElement> ById { get; }

    public IReadOnlyList<XElement> Flows { get; }

    public IEnumerable<XElement> From(XElement node) => Flows.Where(flow => Source(flow) == Id(node));

    public IEnumerable<XElement> To(XElement node) => Flows.Where(flow => Target(flow) == Id(node));

    public XElement TargetOf(XElement flow) => ById[Target(flow)];

    public XElement SourceOf(XElement flow) => ById[Source(flow)];

    /// <summary>Name of the innermost lane a node stands in, or null.</summary>
    public string? LaneOf(XElement node) => lanes.GetValueOrDefault(Id(node));

    public static string Id(XElement element) => (string?)element.Attribute("id") ?? "";

    public static string Name(XElement element) => Squeezed((string?)element.Attribute("name") ?? "");

    /// <summary>With single spaces: line breaks in a name are a matter of its box.</summary>
    public static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Kind(XElement element) => element.Name.LocalName;

    public static bool IsNode(XElement element) => element.Name.Namespace == Model && FlowNodes.Contains(element.Name.LocalName);

    /// <summary>What IsoE wrote into an element, or null.</summary>
    public static string? Own(XElement element, string name) =>
        element.Element(Model + "extensionElements")?.Element(BpmnTerms.Own + name)?.Value;

    private static string Source(XElement flow) => (string?)flow.Attribute("sourceRef") ?? "";

    private static string Target(XElement flow) => (string?)flow.Attribute("targetRef") ?? "";

    private static Dictionary<string, string> Lanes(XElement process)
    {
        var lanes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lane in process.Elements(Model + "laneSet").Descendants(Model + "lane").Where(lane => Name(lane).Length > 0))
            foreach (var node in lane.Elements(Model + "flowNodeRef")) lanes[node.Value.Trim()] = Name(lane);
        return lanes;
    }
}

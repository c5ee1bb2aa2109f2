using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>
/// A flowchart as BPMN draws it. What a step ends with is told by an exclusive gateway behind it, and where ways meet
/// stands one before: BPMN would else start every outgoing flow, and a step once for each incoming one.
/// </summary>
internal sealed class BpmnGraph
{
    private const double Gateway = 50;

    private readonly List<BpmnNode> nodes = [];
    private readonly List<BpmnFlow> flows = [];
    private readonly Dictionary<string, BpmnBox> places;
    private readonly WorkflowDefinition definition;

    private BpmnGraph(WorkflowDefinition definition, Dictionary<string, BpmnBox> places)
    {
        (this.definition, this.places) = (definition, places);
    }

    public IReadOnlyList<BpmnNode> Nodes => nodes;

    public IReadOnlyList<BpmnFlow> Flows => flows;

    /// <param name="root">The flowchart as JSON; its activities and connections are taken out of it.</param>
    public static BpmnGraph Of(WorkflowDefinition definition, JsonObject root)
    {
        var activities = Taken(root, "activities");
        var graph = new BpmnGraph(definition, BpmnPlaces.Of(activities));
        foreach (var activity in activities) graph.AddStep(activity);
        var connections = Taken(root, "connections");
        foreach (var from in connections.GroupBy(c => End(c, "source"), StringComparer.Ordinal)) graph.Leave(from.Key, [.. from]);
        graph.Meet();
        graph.Sort(connections);
        return graph;
    }

    /// <summary>Id of an activity as XML allows it.</summary>
    public static string XmlId(string id) => System.Xml.XmlConvert.EncodeLocalName(id);

    private static List<JsonObject> Taken(JsonObject root, string list)
    {
        var items = root[list]?.AsArray().Select(item => item!.DeepClone().AsObject()).ToList() ?? [];
        root[list] = new JsonArray();
        return items;
    }

    private static string End(JsonObject connection, string end) => connection[end]!["activity"]!.GetValue<string>();

    private static string Port(JsonObject connection) => connection["source"]!["port"]!.GetValue<string>();

    private void AddStep(JsonObject json)
    {
        var id = json["id"]!.GetValue<string>();
        var activity = definition.Activities[id];
        var element = BpmnElements.Of(activity);
        var box = places[id];
        nodes.Add(new BpmnNode(XmlId(id), element, BpmnElements.NameOf(activity), json, BpmnElements.IsRound(element) ? box.Resized(36, 36)
            : element.EndsWith("Gateway", StringComparison.Ordinal) ? box.Resized(Gateway, Gateway) : box));
    }

    private void Leave(string id, IReadOnlyList<JsonObject> connections)
    {
        var activity = definition.Activities[id];
        var node = nodes.First(n => n.Id == XmlId(id));
        var ports = connections.GroupBy(Port, StringComparer.Ordinal).ToList();
        var from = node.Id;
        var branches = ports.Count > 1 && !node.IsGateway;
        if (branches) from = Join(node.Id, Behind(node, "outcomes", "exclusiveGateway", 0, "Kết quả?"));
        foreach (var (port, i) in ports.Select((port, i) => (port, i)))
        {
            var label = ports.Count > 1 && node.Element != "parallelGateway" ? OutcomeLabels.Of(activity, port.Key).Vi : "";
            var outcome = branches || node.Element is "exclusiveGateway" or "inclusiveGateway" ? port.Key : null;
            var several = port.Count() > 1 ? Behind(node, $"all-{i}", "parallelGateway", i + 1, "") : null;
            if (several is not null) flows.Add(new BpmnFlow(from, several, label, outcome, null));
            flows.AddRange(port.Select(connection => new BpmnFlow(
                several ?? from, XmlId(End(connection, "target")), several is null ? label : "", several is null ? outcome : null, connection)));
        }
    }

    /// <summary>Connections keep their order, so that reading them gives the same list; the lines of gateways come behind.</summary>
    private void Sort(List<JsonObject> connections)
    {
        var order = connections.Select((connection, i) => (connection, i)).ToDictionary(each => each.connection, each => each.i);
        var sorted = flows.OrderBy(flow => flow.Connection is null ? int.MaxValue : order[flow.Connection]).ToList();
        flows.Clear();
        flows.AddRange(sorted);
    }

    private string Join(string source, string target)
    {
        flows.Add(new BpmnFlow(source, target, "", null, null));
        return target;
    }

    private string Behind(BpmnNode node, string suffix, string element, int down, string name)
    {
        var id = $"{node.Id}--{suffix}";
        nodes.Add(new BpmnNode(id, element, name, null,
            new BpmnBox(node.Box.Right + 30, node.Box.MiddleY - (Gateway / 2) + (down * (Gateway + 20)), Gateway, Gateway)));
        return id;
    }

    /// <summary>Puts a gateway before every step at which ways meet; a join is one already.</summary>
    private void Meet()
    {
        foreach (var target in nodes.Where(node => node.Activity is not null && !BpmnElements.IsJoin(node.Activity)).ToList())
        {
            var incoming = flows.Where(flow => flow.Target == target.Id).ToList();
            if (incoming.Count < 2) continue;
            var id = $"{target.Id}--in";
            nodes.Add(new BpmnNode(id, "exclusiveGateway", "", null,
                new BpmnBox(target.Box.X - 30 - Gateway, target.Box.MiddleY - (Gateway / 2), Gateway, Gateway)));
            foreach (var flow in incoming) flows[flows.IndexOf(flow)] = flow with { Target = id };
            flows.Add(new BpmnFlow(id, target.Id, "", null, null));
        }
    }
}

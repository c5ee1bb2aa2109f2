using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>
/// A procedure's flow as BPMN 2.0 with its diagram, for other tools. Whatever BPMN has no place for rides along in extension
/// elements, so that <see cref="BpmnImport"/> gives the same definition again.
/// </summary>
public static class BpmnExport
{
    // Two hyphens keep what is not in the definition apart from the ids of its activities.
    private const string ProcessId = "isoe--process";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="RejectedException"><c>not-a-flowchart</c>: the root of the definition is no flowchart.</exception>
    public static XDocument Of(WorkflowDefinition definition)
    {
        if (definition.Root.Type.TypeName != "Elsa.Flowchart")
            throw new RejectedException("not-a-flowchart", new Text(
                "Quy trình này không phải lưu đồ nên không xuất ra BPMN được.", "This workflow is no flowchart and cannot be exported to BPMN."));
        var head = JsonNode.Parse(DefinitionWriter.Write(definition))!.AsObject();
        var graph = BpmnGraph.Of(definition, head["root"]!.AsObject());
        var ids = graph.Flows.Select((flow, i) => (flow, Id: string.Create(CultureInfo.InvariantCulture, $"isoe--flow-{i + 1}"))).ToList();
        return new XDocument(new XElement(Model + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Model), new XAttribute(XNamespace.Xmlns + "bpmndi", Diagram),
            new XAttribute(XNamespace.Xmlns + "dc", Bounds), new XAttribute(XNamespace.Xmlns + "di", Lines),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema), new XAttribute(XNamespace.Xmlns + "isoe", Own),
            new XAttribute("id", "isoe--definitions"), new XAttribute("targetNamespace", "urn:isoe:procedures"),
            new XAttribute("exporter", "IsoE"),
            Process(definition, head, graph, ids),
            BpmnDiagram.Of(ProcessId, graph, ids)));
    }

    private static XElement Process(
        WorkflowDefinition definition, JsonObject head, BpmnGraph graph, IReadOnlyList<(BpmnFlow Flow, string Id)> flows) => new(
        Model + "process",
        new XAttribute("id", ProcessId),
        new XAttribute("name", definition.Name),
        new XAttribute("isExecutable", "false"),
        Extension("definition", head),
        graph.Nodes.Select(node => Node(definition, node, flows)),
        flows.Select(each => Flow(each.Flow, each.Id)));

    private static XElement Node(WorkflowDefinition definition, BpmnNode node, IReadOnlyList<(BpmnFlow Flow, string Id)> flows)
    {
        var activity = node.Activity is null ? null : definition.Activities[node.Activity["id"]!.GetValue<string>()];
        return new XElement(
            Model + node.Element,
            new XAttribute("id", node.Id),
            node.Name.Length > 0 ? new XAttribute("name", node.Name) : null,
            node.Element == "callActivity" && activity?.LiteralText("procedure") is { } called ? new XAttribute("calledElement", called) : null,
            activity?.LiteralText("instructions") is { } instructions ? new XElement(Model + "documentation", instructions) : null,
            node.Activity is null ? Drawn() : Extension("activity", node.Activity),
            flows.Where(each => each.Flow.Target == node.Id).Select(each => new XElement(Model + "incoming", each.Id)),
            flows.Where(each => each.Flow.Source == node.Id).Select(each => new XElement(Model + "outgoing", each.Id)),
            Details(node, activity));
    }

    private static XElement? Details(BpmnNode node, Activity? activity) => node.Element switch
    {
        "userTask" when activity?.LiteralText("role") is { } role => new XElement(Model + "potentialOwner",
            new XAttribute("id", $"{node.Id}--role"),
            new XElement(Model + "resourceAssignmentExpression", new XElement(Model + "formalExpression", role))),
        "intermediateCatchEvent" => new XElement(Model + "timerEventDefinition", new XAttribute("id", $"{node.Id}--timer")),
        "endEvent" when activity?.Type.TypeName == "Elsa.Fault" => new XElement(Model + "errorEventDefinition", new XAttribute("id", $"{node.Id}--error")),
        _ => null,
    };

    private static XElement Flow(BpmnFlow flow, string id) => new(
        Model + "sequenceFlow",
        new XAttribute("id", id),
        flow.Name.Length > 0 ? new XAttribute("name", flow.Name) : null,
        new XAttribute("sourceRef", flow.Source),
        new XAttribute("targetRef", flow.Target),
        flow.Connection is null ? null : Extension("connection", flow.Connection),
        flow.Outcome is null ? null : new XElement(Model + "conditionExpression",
            new XAttribute(Schema + "type", "bpmn:tFormalExpression"), new XAttribute("language", OutcomeLanguage), flow.Outcome));

    /// <summary>Marks a gateway that only BPMN needs.</summary>
    private static XElement Drawn() => new(Model + "extensionElements", new XElement(Own + "drawn"));

    private static XElement Extension(string name, JsonObject json) => new(
        Model + "extensionElements", new XElement(Own + name, json.ToJsonString(Compact)));
}

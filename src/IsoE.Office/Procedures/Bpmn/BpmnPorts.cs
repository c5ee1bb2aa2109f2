using System.Xml.Linq;
using IsoE.Workflows.Editing;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>The outcome by which a flow leaves.</summary>
internal static class BpmnPorts
{
    /// <returns>Null when the flow does not say: it has no name, and no gateway of several ways is behind it.</returns>
    public static string? Of(BpmnProcess process, XElement flow)
    {
        if (flow.Element(Model + "conditionExpression") is { } condition && (string?)condition.Attribute("language") == OutcomeLanguage)
            return condition.Value.Trim();
        var source = process.SourceOf(flow);
        var siblings = process.From(source).ToList();
        if (Kind(source) is "exclusiveGateway" or "inclusiveGateway" or "complexGateway" && siblings.Count > 1 && IsDefault(source, flow, siblings)) return "Default";
        if (Name(flow).Length == 0) return Kind(source).EndsWith("Gateway", StringComparison.Ordinal) && siblings.Count > 1 ? $"Way{siblings.IndexOf(flow) + 1}" : null;
        var same = siblings.Take(siblings.IndexOf(flow)).Count(each => Name(each) == Name(flow));
        return ReadableId.Pascal(Name(flow)) + (same > 0 ? $"{same + 1}" : "");
    }

    // Of several ways without a default one has to be taken when no condition holds.
    private static bool IsDefault(XElement gateway, XElement flow, List<XElement> siblings) =>
        (string?)gateway.Attribute("default") is { } named ? named == Id(flow)
        : flow == siblings[^1] && Name(flow).Length == 0 && flow.Element(Model + "conditionExpression") is null;
}

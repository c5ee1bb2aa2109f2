using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>A box of the BPMN diagram.</summary>
/// <param name="Element">Local name of the BPMN element, such as <c>userTask</c>.</param>
/// <param name="Activity">The activity it stands for; null for a gateway that BPMN needs and a flowchart does not.</param>
internal sealed record BpmnNode(string Id, string Element, string Name, JsonObject? Activity, BpmnBox Box)
{
    public bool IsGateway => Element.EndsWith("Gateway", StringComparison.Ordinal);
}

/// <param name="Connection">The connection it stands for; null where it only joins a gateway of BPMN's own.</param>
/// <param name="Outcome">What the step before has to end with, or null when it is followed whatever that is.</param>
internal sealed record BpmnFlow(string Source, string Target, string Name, string? Outcome, JsonObject? Connection);

/// <summary>Pixels from the upper left corner of the canvas.</summary>
internal readonly record struct BpmnBox(double X, double Y, double Width, double Height)
{
    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);

    public double Right => X + Width;

    public double Bottom => Y + Height;

    /// <summary>A box of another size about the same middle.</summary>
    public BpmnBox Resized(double width, double height) => new(MiddleX - (width / 2), MiddleY - (height / 2), width, height);
}

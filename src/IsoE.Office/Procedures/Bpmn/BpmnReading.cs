using System.Text.Json.Nodes;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>What a BPMN file becomes.</summary>
/// <param name="Code">Code the file gives, as an export of IsoE does; null when it gives none.</param>
/// <param name="Name">Name of the process; empty when the file gives none.</param>
/// <param name="Flow">The workflow definition, as JSON.</param>
/// <param name="Remarks">What was taken otherwise than it stood, or not at all.</param>
public sealed record BpmnReading(string? Code, string Name, string Flow, IReadOnlyList<BpmnRemark> Remarks)
{
    /// <summary>The definition under another code, as its first version.</summary>
    public string FlowAs(string code)
    {
        var definition = JsonNode.Parse(Flow)!.AsObject();
        if (definition["definitionId"]?.GetValue<string>() == code) return Flow;
        (definition["id"], definition["definitionId"]) = ($"{code}-v1", code);
        return FlowJson.Write(definition);
    }
}

/// <summary>Something of a BPMN file that its author has to look at.</summary>
/// <param name="ActivityId">The activity concerned, or null.</param>
/// <param name="Element">Id of the element in the file.</param>
public sealed record BpmnRemark(string? ActivityId, string Element, Text Message)
{
    public Text Sentence() => new($"{Element}: {Message.Vi}", $"{Element}: {Message.En}");
}

using System.Text.Json.Nodes;
using IsoE.Workflows;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>
/// Reads BPMN 2.0. A file that <see cref="BpmnExport"/> wrote gives the same definition, with what another tool has changed
/// in it; of any other file the supported part becomes a draft, and the rest is listed.
/// </summary>
/// <remarks>
/// Supported: one process with start and end events, tasks, call activities, message and timer events, exclusive, inclusive
/// and parallel gateways, timers at tasks, lanes and potential owners as roles. Conditions are not translated.
/// </remarks>
public sealed class BpmnImport
{
    private readonly BpmnProcess process;
    private readonly BpmnRemarks remarks = new();
    private readonly BpmnSteps steps;
    private readonly BpmnWays ways;

    private BpmnImport(BpmnProcess process)
    {
        this.process = process;
        steps = new BpmnSteps(process, remarks);
        ways = new BpmnWays(process, steps, remarks);
    }

    /// <param name="template">The definition of a new procedure, into which a flow drawn elsewhere is put.</param>
    /// <exception cref="RejectedException">
    /// <c>bpmn-too-large</c>, <c>bpmn-not-xml</c>, <c>bpmn-not-bpmn</c>, <c>bpmn-no-process</c>, <c>bpmn-too-many</c>.
    /// </exception>
    public static BpmnReading Read(Stream file, string template)
    {
        var definitions = BpmnFile.Read(file);
        var processes = definitions.Elements(Model + "process").Where(p => p.Elements().Any(IsNode)).ToList();
        if (processes.Count == 0) throw new RejectedException("bpmn-no-process", new Text(
            "Tệp BPMN không có quy trình (process) nào có bước.", "The BPMN file has no process with a step in it."));
        var import = new BpmnImport(new BpmnProcess(processes[0]));
        import.remarks.Outside(definitions, processes);
        return import.Read(template);
    }

    private BpmnReading Read(string template)
    {
        if (process.Nodes.Count > 2_000) throw new RejectedException("bpmn-too-many", new Text(
            $"Quy trình có {process.Nodes.Count} phần tử; tối đa 2.000. Hãy tách thành các quy trình con.",
            $"The process has {process.Nodes.Count} elements; at most 2,000. Split it into sub-procedures."));
        var own = Head();
        var head = own ?? JsonNode.Parse(template)!.AsObject();
        remarks.Inside(process);
        var connections = ways.Connections();
        var root = head["root"]!.AsObject();
        root["activities"] = new JsonArray([.. steps.InOrder()]);
        root["connections"] = new JsonArray([.. connections]);
        if (root["start"] is JsonValue && steps.Start is { } start) root["start"] = start;
        var name = Name(process.Element);
        if (name.Length > 0) head["name"] = name;
        return new BpmnReading(BpmnJson.Text(own, "definitionId"), name, FlowJson.Write(head), remarks.All);
    }

    private JsonObject? Head()
    {
        if (Own(process.Element, "definition") is not { } text) return null;
        if (BpmnJson.Parsed(text) is { } head && head["root"] is JsonObject && BpmnJson.Text(head, "definitionId") is not null) return head;
        remarks.Add(null, Id(process.Element), "Phần đầu của định nghĩa trong tệp đã hỏng; dùng phần đầu của quy trình mới.", "The head of the definition in the file is damaged; that of a new procedure is used.");
        return null;
    }
}

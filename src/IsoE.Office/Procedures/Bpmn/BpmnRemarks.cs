using System.Xml.Linq;
using IsoE.Workflows;
using static IsoE.Office.Procedures.Bpmn.BpmnProcess;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Gathers what of a file was taken otherwise than it stood, or not at all.</summary>
internal sealed class BpmnRemarks
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "sequenceFlow", "laneSet", "extensionElements", "documentation", "incoming", "outgoing", "ioSpecification",
    };

    private readonly List<BpmnRemark> all = [];

    public IReadOnlyList<BpmnRemark> All => all;

    public void Add(string? activityId, string element, string vi, string en) =>
        all.Add(new BpmnRemark(activityId, element.Length > 0 ? element : "BPMN", new Text(vi, en)));

    /// <summary>What stands beside the process that is read.</summary>
    public void Outside(XElement definitions, List<XElement> processes)
    {
        foreach (var other in processes.Skip(1))
            Add(null, Id(other), "Tệp có nhiều quy trình; chỉ quy trình đầu được nhập.", "The file has several processes; only the first is imported.");
        foreach (var flow in definitions.Elements(Model + "collaboration").Elements(Model + "messageFlow"))
            Add(null, Id(flow), "Luồng thông điệp không được nhập; hãy dùng bước chờ hoặc quy trình con.", "Message flows are not imported; use a wait or a sub-procedure.");
    }

    /// <summary>What in the process is neither node nor flow.</summary>
    public void Inside(BpmnProcess process)
    {
        var known = process.Nodes.Concat(process.Flows).ToHashSet();
        foreach (var element in process.Element.Elements().Where(each => each.Name.Namespace == Model && !known.Contains(each)))
        {
            if (Kind(element) == "textAnnotation")
                Add(null, Id(element), $"Ghi chú trên hình không được nhập: “{element.Value.Trim()}”.", $"The note on the drawing is not imported: “{element.Value.Trim()}”.");
            else if (Kind(element) == "sequenceFlow")
                Add(null, Id(element), "Đường nối không có đủ hai đầu nên bị bỏ.", "The flow lacks one of its ends and is left out.");
            else if (!Silent.Contains(Kind(element)))
                Add(null, Id(element), $"Phần tử {Kind(element)} không được nhập.", $"The element {Kind(element)} is not imported.");
        }
    }
}

using IsoE.Documents.Drawing.Flow;
using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures.Editing;

/// <summary>The diagram beside the step table: the same rows, drawn, with what the author has in hand or is told about.</summary>
/// <param name="Chosen">The activity being edited; null for none.</param>
/// <param name="Shown">The finding whose way is drawn; null for none.</param>
/// <param name="Link">Address of a row.</param>
public sealed record DraftDiagram(FlowTable Table, Text Name, string? Chosen, Finding? Shown, Func<string, string> Link)
{
    public FlowDiagram In(string language, Func<FlowRow, Text> time) => new(
        Name.In(language),
        [.. Table.Rows.Select(row => new FlowNode(
            row.Id,
            (row.Kind is RowKind.Fork or RowKind.Join ? new Text("", "") : Table.NameOf(row.Id)).In(language),
            ProcedureDiagram.Kind(row.Activity),
            row.Activity.LiteralText("role") is { } role ? Roles.NameOf(role).In(language) : "",
            time(row).In(language),
            StateOf(row.Id),
            Link(row.Id)))],
        [.. Table.Connections.Select(way => new FlowEdge(
            way.Source,
            way.Target,
            Table.Find(way.Source)!.Ways.First(each => each.Outcome == way.Port).Label.In(language),
            Table.IsBack(way),
            Shown?.Path.Connections.Contains(way) == true))],
        language);

    private FlowNodeState StateOf(string id) =>
        Shown is not null && (Shown.ActivityIds is [var first, ..] ? first == id : Shown.Path.ActivityIds is [.., var last] && last == id) ? FlowNodeState.Trouble
        : Shown?.ActivityIds.Contains(id) == true || Shown?.Path.ActivityIds.Contains(id) == true ? FlowNodeState.OnPath
        : Chosen == id ? FlowNodeState.Chosen
        : FlowNodeState.None;
}

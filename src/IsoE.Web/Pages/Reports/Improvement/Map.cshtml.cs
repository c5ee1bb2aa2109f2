using IsoE.Documents.Drawing.Flow;
using IsoE.Office.Improvement;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Web.Language;
using IsoE.Workflows;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Mining;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>How dossiers went in truth, as a drawing and as tables.</summary>
public sealed class MapModel(MineMap mine, ExportLog export, ImportedLogs imported, ProcedureLibrary library, TimeProvider clock) : ImprovementScreen(imported, library, clock)
{
    private static readonly string[] Shares = ["50", "80", "90", "95", "100"];

    /// <summary>How many hundredths of all moves the ways shown make up at least.</summary>
    [BindProperty(SupportsGet = true)]
    public string Share { get; set; } = "80";

    public ProcessMap? Whole { get; private set; }
    public ProcessMap? Map { get; private set; }

    public IReadOnlyList<SelectListItem> ShareChoices => [.. Shares.Select(share => new SelectListItem($"{share} %", share))];

    public IReadOnlyList<Text> Notes => Row is null ? [] : [.. ImportWords.Of(Row.ReadNotes())];

    public Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!Shares.Contains(Share)) Share = "80";
        return Attempt(
            async () =>
            {
                await Choose(cancel);
                if (!ModelState.IsValid) return Page();
                if (Row is { IsRead: false }) return RedirectToPage("/Reports/Improvement/Columns", new { Log });
                Whole = Row is null ? await mine.Own(Actor, Blank(Procedure), Chosen(), cancel) : await mine.Imported(Actor, Row.Id, cancel);
                Map = Whole.WithShare(int.Parse(Share, System.Globalization.CultureInfo.InvariantCulture) / 100m);
                return Page();
            },
            () => Choose(cancel),
            field => field == "to" ? nameof(To) : field);
    }

    /// <summary>The dossiers of the choice as an event log for other tools.</summary>
    public async Task<IActionResult> OnGetXes(CancellationToken cancel)
    {
        Permit.Require(Actor, Right.ExportReports);
        await Choose(cancel);
        if (!ModelState.IsValid) return BadRequest();
        var file = new MemoryStream();
        await export.Run(Actor, Blank(Procedure), Chosen(), file, cancel);
        file.Position = 0;
        return File(file, XesWriter.MediaType, $"{Actor.AgencyId}.xes");
    }

    public string Drawing()
    {
        var ids = Map!.Nodes.Select((node, index) => (node.Activity, Id: $"a{index}")).ToDictionary(each => each.Activity, each => each.Id);
        var nodes = Map.Nodes.Select(node => new FlowNode(ids[node.Activity], Called(node.Activity), FlowNodeKind.Task, Times(node), node.MedianMinutes is null ? "" : Span(node.MedianMinutes)));
        var starts = Map.Nodes.Where(node => node.Starts > 0).ToList();
        var ends = Map.Nodes.Where(node => node.Ends > 0).ToList();
        return new FlowDiagram(
            T["Sơ đồ thực tế", "Process map"],
            [new FlowNode("start", T["Bắt đầu", "Start"], FlowNodeKind.Start), .. nodes, new FlowNode("end", T["Kết thúc", "End"], FlowNodeKind.End)],
            [
                .. Main(starts, node => node.Starts).Select(node => new FlowEdge("start", ids[node.Activity], Shown.Number(node.Starts))),
                .. Map.Edges.Where(edge => edge.From != edge.To).Select(edge => new FlowEdge(ids[edge.From], ids[edge.To], $"{Shown.Number(edge.Count)} · {Span(edge.MedianMinutes)}")),
                .. Main(ends, node => node.Ends).Select(node => new FlowEdge(ids[node.Activity], "end", Shown.Number(node.Ends))),
            ],
            T.Language).Svg("map");
    }

    /// <summary>The beginnings or ends that make up the chosen share; the table has them all.</summary>
    private IEnumerable<MapNode> Main(IReadOnlyList<MapNode> nodes, Func<MapNode, int> count)
    {
        var (wanted, taken) = (nodes.Sum(count) * int.Parse(Share, System.Globalization.CultureInfo.InvariantCulture) / 100m, 0m);
        foreach (var node in nodes.OrderByDescending(count))
        {
            if (taken >= wanted) yield break;
            taken += count(node);
            yield return node;
        }
    }

    private string Times(MapNode node)
    {
        var again = Map!.Edges.FirstOrDefault(edge => edge.From == node.Activity && edge.To == node.Activity)?.Count;
        return $"{Shown.Number(node.Count)} {T["lần", "times"]}" + (again is { } repeated ? T[$", lặp lại ngay {Shown.Number(repeated)}", $", {Shown.Number(repeated)} again at once"] : "");
    }
}

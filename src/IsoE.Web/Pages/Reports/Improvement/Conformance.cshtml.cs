using IsoE.Office.Improvement;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Procedures;
using IsoE.Workflows.Logs.Conformance;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Found = IsoE.Workflows.Logs.Conformance.Conformance;

namespace IsoE.Web.Pages.Reports.Improvement;

/// <summary>How far dossiers went by their procedure, and where they did not.</summary>
public sealed class ConformanceModel(CheckConformance check, ImportedLogs imported, ProcedureLibrary library, TimeProvider clock) : ImprovementScreen(imported, library, clock)
{
    /// <summary>Code and version: <c>1.001612/2</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Against { get; set; }

    /// <summary>For an imported log: step by activity.</summary>
    [BindProperty]
    public List<string?> Steps { get; set; } = [];

    [BindProperty]
    public List<string> Activities { get; set; } = [];

    public ProcedureVersion? Version { get; private set; }
    public Found? Result { get; private set; }
    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> StepChoices { get; private set; } = [];

    /// <summary>What each activity of an imported log stands for, as said or as guessed.</summary>
    public IReadOnlyList<(string Activity, int Count, string? Step)> Said { get; private set; } = [];

    public Task<IActionResult> OnGet(CancellationToken cancel) => Attempt(
        async () =>
        {
            await Load(cancel);
            if (!ModelState.IsValid || Version is null) return Page();
            if (Row is null) Result = await check.Own(Actor, Version, Chosen(), cancel);
            else if (Row.ReadSteps() is { } said && said.ProcedureCode == Version.Code && said.ProcedureVersion == Version.Version && said.Steps.Count > 0)
                Result = await check.Imported(Actor, Row.Id, cancel);
            return Page();
        },
        () => Load(cancel),
        field => field == "to" ? nameof(To) : field);

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await Load(cancel);
            if (Row is null || Version is null) return RedirectToPage();
            await check.SaySteps(Actor, Row.Id, Version, Activities.Zip(Steps).ToDictionary(each => each.First, each => Blank(each.Second)), cancel);
            return RedirectToPage(new { Log, Against });
        },
        () => Load(cancel));

    /// <summary>A deviation in words.</summary>
    public string Told(Deviation deviation) => deviation.Kind switch
    {
        DeviationKind.Skipped => T["Bỏ qua bước", "Step skipped"],
        DeviationKind.Extra => T["Bước thừa", "Extra step"],
        _ => T["Sai thứ tự", "Wrong order"],
    };

    /// <summary>A step of the procedure by its title, whatever the log calls it.</summary>
    public string Step(string step) => Version?.Definition.Activities.GetValueOrDefault(step) is { } activity
        ? activity.LiteralText(T.Language == "en" ? "titleEn" : "title") ?? activity.LiteralText("title") ?? step
        : step;

    private async Task Load(CancellationToken cancel)
    {
        await Choose(cancel);
        Versions = [new SelectListItem(T["Chọn phiên bản", "Choose a version"], ""), .. Library.All.Where(version => Row is not null || string.IsNullOrEmpty(Procedure) || version.Code == Procedure)
            .Select(version => new SelectListItem(T[$"{version.Code} bản {version.Version} – {version.Procedure.Name.Vi}", $"{version.Code} version {version.Version} – {version.Procedure.Name.En}"], $"{version.Code}/{version.Version}"))];
        var said = Row?.ReadSteps();
        Against ??= said is null ? null : $"{said.ProcedureCode}/{said.ProcedureVersion}";
        if (!Versions.Any(each => each.Value == Against)) Against = Row is null && !string.IsNullOrEmpty(Procedure) ? Versions.Count > 1 ? Versions[1].Value : null : null;
        Version = Against?.Split('/') is [var code, var number] && int.TryParse(number, out var version) ? Library.Find(code, version) : null;
        if (Row is not { IsRead: true } || Version is null) return;
        var nodes = Row.ReadMap()!.Nodes;
        var known = said is not null && said.ProcedureCode == Version.Code && said.ProcedureVersion == Version.Version ? said.Steps : CheckConformance.Guess(Version, nodes.Select(node => node.Activity));
        Said = [.. nodes.Select(node => (node.Activity, node.Count, known.GetValueOrDefault(node.Activity)))];
        StepChoices = [new SelectListItem(T["không phải bước nào", "no step"], ""), .. ProcedureModel.Of(Version.Definition).Activities.Select(step => new SelectListItem(Step(step), step)).OrderBy(each => each.Text, StringComparer.Ordinal)];
    }
}

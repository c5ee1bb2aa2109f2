using IsoE.Documents.Drawing.Flow;
using IsoE.Office.DocumentControl;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Editing;
using IsoE.Office.Storage;
using IsoE.Workflows;
using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;
using IsoE.Workflows.Verification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Authoring;

/// <summary>The step table of a draft, with its diagram and what is wrong with it.</summary>
public sealed class StepsModel(
    OpenDocument open, EditDraft edit, TurnDraft turn, DraftRevisions revisions, DocumentCheck check, ProcedureLibrary library, OfficeDb db, TimeProvider clock)
    : EditScreen(open, edit, turn, revisions)
{
    /// <summary>The row that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>The row behind which something is being added; empty for the beginning.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Add { get; set; }

    /// <summary>The problem whose way is drawn, see <see cref="ProblemLine.Key"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Problem { get; set; }

    public FlowTable? Table { get; private set; }

    /// <summary>What was typed and could not be saved, to be shown again; null when all is saved.</summary>
    public IFormCollection? Typed { get; private set; }

    public IReadOnlyList<(string Id, Text Name)> Cases { get; private set; } = [];

    public IReadOnlyList<ConditionChoice> Conditions { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The form as it was posted, for conditions that are not complete yet.</summary>
    public IFormCollection? Posted { get; private set; }

    /// <summary>Id of the control that takes the focus; empty to leave it where it is.</summary>
    public string Focus { get; private set; } = "";

    /// <summary>The problems; null while they have not been asked for.</summary>
    public IReadOnlyList<ProblemLine>? Problems { get; private set; }

    public ProblemLine? ShownProblem => Problems?.FirstOrDefault(problem => problem.Key == Problem);

    public IEnumerable<FlowRow> Targets => Table!.Rows.Where(row => row.Kind != RowKind.Start);

    public IEnumerable<ProcedureVersion> Procedures => library.All.DistinctBy(version => version.Code);

    protected override string Part => "_Steps";

    protected override object Here => new { Id, Step, Add };

    public string Say(string vi, string en) => T[vi, en];

    public string NameOf(string id) => T[Table!.NameOf(id)];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        if (Problem is not null) await FindProblems(cancel);
        if (Add is not null) Focus = "AddTitleVi";
        return WantsPart ? Partial(Part, this) : Page();
    }

    /// <summary>The list of problems, asked for by the page once the table stands.</summary>
    public async Task<IActionResult> OnGetProblems(CancellationToken cancel)
    {
        await Load(cancel);
        await FindProblems(cancel);
        return WantsPart ? Partial("_Problems", this) : Page();
    }

    /// <summary>Shows a form again that needs an answer before it can be saved.</summary>
    public async Task<IActionResult> OnPostLook(CancellationToken cancel)
    {
        await Load(cancel);
        Typed = Request.Form;
        return WantsPart ? Partial(Part, this) : Page();
    }

    protected override void Keep(IFormCollection typed) => Typed = typed;

    public Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        Posted = Request.Form;
        return Do((_, _) => [], cancel);
    }

    public Task<IActionResult> OnPostUp(string row, CancellationToken cancel) => Do((_, _) => [new MoveUp(row)], cancel);

    public Task<IActionResult> OnPostDown(string row, CancellationToken cancel) => Do((_, _) => [new MoveDown(row)], cancel);

    public Task<IActionResult> OnPostMove(string row, string? to, CancellationToken cancel) =>
        Do((_, _) => SpotOf(to) is { } spot ? [new MoveTo(row, spot)] : [], cancel);

    public Task<IActionResult> OnPostDuplicate(string row, CancellationToken cancel) => Do((_, _) => [new DuplicateStep(row)], cancel, openNew: true);

    public Task<IActionResult> OnPostDelete(string row, string? keep, CancellationToken cancel)
    {
        if (Step == row) Step = null;
        return Do((_, _) => [new DeleteActivity(row, keep is { Length: > 0 } ? keep : null)], cancel);
    }

    public Task<IActionResult> OnPostOutcome(string row, string? labelVi, string? labelEn, CancellationToken cancel) =>
        Do((_, _) => [new AddOutcome(row, new Text(VietnameseText.Compose(labelVi ?? ""), labelEn ?? ""))], cancel);

    public Task<IActionResult> OnPostDropOutcome(string row, string outcome, CancellationToken cancel) =>
        Do((flow, _) => [flow.Definition.Activities[row].Type.TypeName == "Elsa.FlowSwitch" ? new RemoveCase(row, outcome) : new RemoveOutcome(row, outcome)], cancel);

    public Task<IActionResult> OnPostBranch(string row, string? branchVi, string? branchEn, CancellationToken cancel) =>
        Do((_, _) => [new AddBranch(row, new Text(VietnameseText.Compose(branchVi ?? ""), branchEn ?? ""))], cancel, openNew: true);

    public Task<IActionResult> OnPostDropBranch(string row, string outcome, CancellationToken cancel) => Do((_, _) => [new RemoveBranch(row, outcome)], cancel);

    public Task<IActionResult> OnPostCase(string row, string? caseName, CancellationToken cancel) => Do((_, _) =>
        PostedCondition.Read(Request.Form, "NewCase") is { } condition
            ? [new SetCase(row, new ChoiceCase(VietnameseText.Compose(caseName ?? ""), condition))]
            : throw new RejectedException("condition-empty", new Text("Hãy chọn trường và giá trị cho lối mới.", "Choose a field and a value for the new way.")), cancel);

    public Task<IActionResult> OnPostAdd(CancellationToken cancel)
    {
        var added = new PostedAddition(Request.Form);
        return Do((flow, text) => added.Edits(flow, text), cancel, openNew: true);
    }

    protected override async Task Load(CancellationToken cancel)
    {
        await base.Load(cancel);
        Table = Flow is null ? null : FlowTable.Of(Flow);
        if (Table?.Find(Step ?? "") is null) Step = null;
        Cases = Written is null ? [] : [.. Enumerable.Range(0, Written.Count("cases")).Select(i => (Written.Value($"cases[{i}].id") ?? "", Written.Bilingual($"cases[{i}].name")))];
        if (Cases.Count == 0) Cases = [("standard", new Text("", ""))];
        Conditions = Flow is null ? [] : ConditionChoices.Of(Flow, Table!, Written);
        Units = await db.Set<Unit>().AsNoTracking().InForce(Language.Shown.Day(clock.GetUtcNow())).OrderBy(unit => unit.Code).ToListAsync(cancel);
        Agencies = await db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Id).ToListAsync(cancel);
    }

    public FlowDiagram Diagram() => new DraftDiagram(Table!, Row.Name, Step, ShownProblem?.Finding, id => Url.Page("/Authoring/Steps", new { Id, step = id }) + $"#row-{id}")
        .In(T.Language, row => new Text(TimeOf(row), TimeOf(row)));

    /// <summary>The time limit of a row in words: one, or one for each case where they differ.</summary>
    public IReadOnlyList<(string? Case, string Time)> LimitsOf(FlowRow row)
    {
        var limits = Cases.Select(each => (each.Name, Limit: TimeLimits.Of(row.Activity, each.Id))).Where(each => each.Limit is not null).ToList();
        string Words(string? limit) => T[TimeLimit.Parse(limit!).Describe()];
        return limits.Count == 0 ? []
            : limits.Select(each => each.Limit).Distinct().Count() == 1 ? [(null, Words(limits[0].Limit))]
            : [.. limits.Select(each => ((string?)T[each.Name], Words(each.Limit)))];
    }

    /// <summary>The same in one line.</summary>
    public string TimeOf(FlowRow row) => string.Join("; ", LimitsOf(row).Select(each => each.Case is null ? each.Time : $"{each.Case}: {each.Time}"));

    /// <summary>The forms and records to choose from, with the id chosen even when it is not declared.</summary>
    public IReadOnlyList<SelectListItem> Declared(string list, string key, string name, string chosen)
    {
        var known = Enumerable.Range(0, Written?.Count(list) ?? 0)
            .Select(i => new SelectListItem(T[Written!.Bilingual($"{list}[{i}].{name}")], Written.Value($"{list}[{i}].{key}") ?? "")).ToList();
        return
        [
            new SelectListItem(T["– không –", "– none –"], ""),
            .. known,
            .. chosen.Length > 0 && chosen != PostedStep.New && known.All(item => item.Value != chosen) ? [new SelectListItem(T[$"{chosen} (chưa khai báo)", $"{chosen} (not declared)"], chosen)] : Array.Empty<SelectListItem>(),
            new SelectListItem(T["+ tạo mới, mang tên bước", "+ new, called as the step"], PostedStep.New),
        ];
    }

    /// <summary>Every place something can be put: behind an outcome of a row.</summary>
    public IReadOnlyList<SelectListItem> Spots(string? chosen, string? without = null)
    {
        var spots = from row in Table!.Rows
                    where row.Id != without && row.Kind != RowKind.End
                    from way in row.Ways
                    let name = row.Kind == RowKind.Start ? T["Đầu quy trình", "At the beginning"] : NameOf(row.Id)
                    select new SelectListItem(row.Ways.Count > 1 ? $"{name} – {WayName(row, way)}" : name, $"{row.Id}|{way.Outcome}");
        var all = spots.ToList();
        foreach (var item in all.Where(item => item.Value == chosen || item.Value.StartsWith(chosen + "|", StringComparison.Ordinal)).Take(1)) item.Selected = true;
        return all;
    }

    public string WayName(FlowRow row, RowWay way) => T[way.Label] is { Length: > 0 } label ? label
        : row.Kind == RowKind.Fork ? T[$"Nhánh {row.Ways.TakeWhile(each => each != way).Count() + 1}", $"Branch {row.Ways.TakeWhile(each => each != way).Count() + 1}"]
        : way.Outcome == "Done" ? T["xong", "done"] : way.Outcome == "Default" ? T["còn lại", "otherwise"] : way.Outcome;

    internal static Spot? SpotOf(string? said) => said?.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar ? new Spot(said[..bar], said[(bar + 1)..]) : null;

    /// <summary>Saves what was typed in the open row together with an act, as one change.</summary>
    private Task<IActionResult> Do(Func<FlowDraft, TextDraft?, IReadOnlyList<FlowEdit>> act, CancellationToken cancel, bool openNew = false)
    {
        HashSet<string> before = [];
        return Change(
            (flow, written) =>
            {
                if (flow is null) throw new RejectedException("draft-unreadable", new Text("Quy trình điện tử đang không đọc được.", "The workflow definition cannot be read."));
                before = [.. flow.Definition.Activities.Keys];
                var (own, text) = Step is not null && FlowTable.Of(flow).Find(Step) is { } row ? new PostedStep(Request.Form, row, written).Edits() : ([], []);
                IReadOnlyList<FlowEdit> edits = [.. own, .. act(flow, written)];
                return (edits, written is null ? [] : [.. text, .. Needed(edits, flow, written)]);
            },
            cancel,
            () =>
            {
                if (openNew) Open(Table?.Rows.FirstOrDefault(row => !before.Contains(row.Id)));
            });
    }

    private void Open(FlowRow? added)
    {
        (Add, Step) = (null, added?.Id ?? Step);
        Focus = added?.Activity.Type.TypeName == "IsoE.UserTask" ? "Set_role_" : "";
    }

    /// <summary>What a supplement loop needs in the ISO text comes with it.</summary>
    private static IEnumerable<TextEdit> Needed(IEnumerable<FlowEdit> edits, FlowDraft flow, TextDraft written) =>
        edits.OfType<AddSupplementLoop>().SelectMany(loop => DraftForms.ForSupplementLoop(written, flow.Definition.Activities[loop.Step].LiteralText("form")));

    private async Task FindProblems(CancellationToken cancel)
    {
        var found = await check.Run(Actor.AgencyId, Row.Code, Row.Version, View.Content, cancel);
        Problems =
        [
            .. found.Faults.Select(fault => new ProblemLine(fault.Message, PlaceOf(fault), true, null)),
            .. found.Findings.Select(finding => new ProblemLine(finding.Message, finding.Place ?? "", finding.Refuses, finding)),
        ];
    }

    private string PlaceOf(LoadProblem fault) => fault.Line > 0 && Table?.Find(fault.Place) is null
        ? $"{fault.Place} ({T["dòng", "line"]} {fault.Line})"
        : fault.Place;
}

/// <summary>Something wrong with the draft.</summary>
/// <param name="Place">Id of an activity, or a place in a text; may be empty.</param>
/// <param name="Finding">What the gate found; null for what the readers say.</param>
public sealed record ProblemLine(Text Message, string Place, bool Refuses, Finding? Finding)
{
    /// <summary>The activity to be mended; null when none is.</summary>
    public string? Activity => Finding?.ActivityIds is [var first, ..] ? first : null;

    /// <summary>Names the problem in an address, as long as the draft stays.</summary>
    public string Key => Finding is null ? Place : $"{Finding.Code}:{string.Join(',', Finding.ActivityIds)}";
}

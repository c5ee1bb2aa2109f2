using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>An officer opens an internal dossier: a nonconformity report, an audit, a request for a document.</summary>
public sealed class OpenModel(OpenInternalDossier open, AttachmentStore attachments, CalendarSource calendars, TimeProvider clock) : Screen
{
    /// <summary>Id of the dossier to be, made when the page is opened: sent twice, it is opened once.</summary>
    [BindProperty]
    public string DossierId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ProcedureCode { get; set; }

    [BindProperty]
    public string? CaseId { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ProcedureVersion? Version { get; private set; }
    public TypedForm Form { get; private set; } = null!;
    public ExplainedDueDate? Promise { get; private set; }
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];

    /// <param name="related">Code of the dossier it has to do with.</param>
    public void OnGet(string? related)
    {
        DossierId = RowId.New(clock.GetUtcNow());
        if (related is not null) Answers[InternalDossier.RelatedField] = related;
        Load();
    }

    /// <summary>The form again, with what follows from the choices so far. Checks nothing.</summary>
    public IActionResult OnPostPreview()
    {
        ModelState.Clear();
        Load();
        return WantsPart ? Partial("_Opening", this) : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Load();
        Expect(Version is null, nameof(ProcedureCode), "Chọn quy trình nội bộ.", "Choose the internal procedure.");
        return await Attempt(
            async () =>
            {
                var opening = new InternalOpening(
                    DossierId, Version!.Code, CaseId!, Form.Values(null), await IncomingFiles.Store(attachments, Files, cancel));
                var dossier = await open.Run(Actor, opening, cancel);
                return RedirectToPage("/Dossiers/Dossier", new { id = dossier.Code, opened = true });
            },
            () =>
            {
                Load();
                return Task.CompletedTask;
            },
            field => Version?.Procedure.Form.Any(each => each.Id == field) == true ? FieldView.NameOf(field) : field);
    }

    private void Load()
    {
        var now = clock.GetUtcNow();
        var offered = open.Offered(Actor);
        Procedures =
        [
            new SelectListItem(T["– Chọn quy trình –", "– Choose a procedure –"], ""),
            .. offered.Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code)),
        ];
        Version = offered.FirstOrDefault(version => version.Code == ProcedureCode);
        if (Version is null) return;
        var cases = Version.Procedure.Cases;
        if (Version.Procedure.FindCase(CaseId ?? "") is null) CaseId = cases[0].Id;
        Cases = [.. cases.Select(each => new SelectListItem($"{T[each.Name]} ({T[each.Limit.Describe()]})", each.Id))];
        Form = new TypedForm(Version.Procedure.Form, Answers, FormAnswers.ForDossier(CaseId!, Shown.Day(now)));
        Promise = calendars(Actor.AgencyId).Explain(now, Version.Procedure.FindCase(CaseId!)!.Limit);
    }
}

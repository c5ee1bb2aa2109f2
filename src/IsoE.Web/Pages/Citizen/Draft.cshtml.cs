using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Submissions;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Citizen;

/// <summary>A submission being prepared, in four steps: who, what, papers, send. Every step is saved before it is checked.</summary>
[RequestSizeLimit(22 * 1024 * 1024)]
public sealed class DraftModel(Drafts drafts, Uploads uploads, SendSubmission send, FindDossier dossiers, ProcedureLibrary library, TimeProvider clock) : CitizenScreen
{
    public const int LastStep = 4;

    private const string OfApplicant = "applicant.";

    [BindProperty(SupportsGet = true)]
    public int Step { get; set; } = 1;

    [BindProperty]
    public ApplicantKind Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? IdentityNumber { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Representative { get; set; }

    [BindProperty]
    public string? CaseId { get; set; }

    [BindProperty]
    public ReturnWay ReturnWay { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>When the button was pressed without a network, by the applicant's device.</summary>
    [BindProperty]
    public DateTimeOffset? PressedAt { get; set; }

    public SubmissionDraftRow Draft { get; private set; } = null!;
    public ProcedureVersion Version { get; private set; } = null!;
    public TypedForm Form { get; private set; } = null!;
    public IReadOnlyList<WantedPaper> Papers { get; private set; } = [];

    public IReadOnlyList<(int Number, Text Name)> Steps { get; } =
    [
        (1, new("Người nộp", "Applicant")), (2, new("Nội dung khai", "Declaration")), (3, new("Giấy tờ", "Papers")), (4, new("Kiểm tra và nộp", "Check and send")),
    ];

    public IReadOnlyList<SelectListItem> Kinds =>
    [
        new(T["Cá nhân", "Person"], nameof(ApplicantKind.Citizen)),
        new(T["Doanh nghiệp, tổ chức", "Enterprise"], nameof(ApplicantKind.Enterprise)),
        new(T["Hộ kinh doanh", "Household business"], nameof(ApplicantKind.HouseholdBusiness)),
    ];

    public IReadOnlyList<SelectListItem> Cases => [.. Version.Procedure.Cases.Select(each => new SelectListItem($"{T[each.Name]} ({T[each.Limit.Describe()]})", each.Id))];

    public IReadOnlyList<SelectListItem> ReturnWays =>
    [
        new(T["Bản điện tử trên trang này", "Electronic, on this site"], nameof(ReturnWay.Online)),
        new(T["Đến quầy nhận", "At the counter"], nameof(ReturnWay.Counter)),
        new(T["Qua bưu chính công ích", "By public post"], nameof(ReturnWay.Post)),
    ];

    public PaperList PaperList => new(Papers, "/Citizen/Draft", Agency, Id);

    /// <summary>What was declared, in words.</summary>
    public IReadOnlyList<KeyValuePair<Text, Text>> Declared => FormWords.Read(Version.Procedure.Form, Checked().Values);

    public long? Fee => Fees.Total(Version.Procedure, FormAnswers.OfDossier(Draft.CaseId, Checked().Values, Today, Channel.Online));

    private DateOnly Today => Shown.Day(clock.GetUtcNow());

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        Show();
        Step = Math.Clamp(Step, 1, LastStep);
        return Page();
    }

    /// <summary>Saves the applicant's particulars and goes on.</summary>
    public async Task<IActionResult> OnPostApplicant(CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        Step = 1;
        Draft.Applicant = OfficeJson.Write(new DraftApplicant(Kind, Name, IdentityNumber, Phone, Email, Address, Representative));
        if (Version.Procedure.FindCase(CaseId ?? "") is not null) Draft.CaseId = CaseId!;
        (Draft.ReturnWay, Draft.Note) = (ReturnWay, Note);
        await drafts.Save(Draft, cancel);
        return await Attempt(
            () =>
            {
                SubmitDossier.CheckApplicant(new Applicant(Kind, Name ?? "", IdentityNumber, Phone, Email, Address, Representative), Today);
                return On(2, cancel);
            },
            () => Task.CompletedTask,
            field => field.StartsWith(OfApplicant, StringComparison.Ordinal) ? char.ToUpperInvariant(field[OfApplicant.Length]) + field[(OfApplicant.Length + 1)..] : field);
    }

    /// <summary>Saves what was typed so far and shows the fields that follow from it. Checks nothing.</summary>
    public async Task<IActionResult> OnPostKeep(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Load(cancel)) return NotFound();
        await Keep(cancel);
        return Partial("_Declared", this);
    }

    /// <summary>Saves the declaration, checks it and goes on.</summary>
    public async Task<IActionResult> OnPostDeclaration(CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        Step = 2;
        await Keep(cancel);
        foreach (var (field, sentence) in Checked().Errors) ModelState.AddModelError(FieldView.NameOf(field), T[sentence]);
        return await Attempt(() => On(3, cancel), () => Task.CompletedTask);
    }

    /// <summary>Takes a file from a browser without script.</summary>
    public async Task<IActionResult> OnPostFile(string? component, IFormFile? file, CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        Step = 3;
        Expect(file is null, Citizen.PaperList.NameOf(component), "Chọn tệp.", "Choose a file.");
        return await Attempt(
            async () =>
            {
                await using var content = file!.OpenReadStream();
                await uploads.Take(Agency, Draft.Id, Known(component), file.FileName, file.Length, content, cancel);
                return Again(3);
            },
            () => Load(cancel),
            _ => Citizen.PaperList.NameOf(component));
    }

    public async Task<IActionResult> OnPostRemove(string upload, CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        if (await uploads.Find(Draft.Id, upload, cancel) is { } found) await uploads.Remove(found, cancel);
        return Again(3);
    }

    public async Task<IActionResult> OnPostPapers(CancellationToken cancel) => await Load(cancel) ? await On(4, cancel) : await Gone(cancel);

    /// <summary>The list of papers alone, after a file has come.</summary>
    public async Task<IActionResult> OnGetPapers(CancellationToken cancel) => await Load(cancel) ? Partial("_Uploads", PaperList) : NotFound();

    public async Task<IActionResult> OnPostSend(CancellationToken cancel)
    {
        if (!await Load(cancel)) return await Gone(cancel);
        Step = LastStep;
        Expect(!Confirmed, nameof(Confirmed), "Đánh dấu cam đoan nội dung khai là đúng.", "Tick that what you declare is true.");
        return await Attempt(
            async () => RedirectToPage("/Citizen/Sent", new { agency = Agency, id = (await send.Run(Agency, Contact, Id, PressedAt, cancel)).InstanceId }),
            () => Load(cancel),
            InputOf);
    }

    public async Task<IActionResult> OnPostDelete(CancellationToken cancel)
    {
        if (await Load(cancel)) await drafts.Delete(Draft, cancel);
        return RedirectToPage("/Citizen/Index");
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await drafts.Find(Contact, Id, cancel) is not { } draft || library.FindInForce(draft.ProcedureCode, Today) is not { } version) return false;
        (Draft, Version) = (draft, version);
        if (version.Procedure.FindCase(draft.CaseId) is null) draft.CaseId = version.Procedure.Cases[0].Id;
        Form = FormOf(draft.ReadAnswers());
        Papers = WantedPaper.Of(version.Procedure, draft.CaseId, Checked().Values, Today, await uploads.Of(draft.Id, cancel), uploads);
        return true;
    }

    /// <summary>A draft that was sent is shown as the dossier it became.</summary>
    private async Task<IActionResult> Gone(CancellationToken cancel) => await dossiers.Submitted(Contact, Id, cancel) is { } sent
        ? RedirectToPage("/Citizen/Sent", new { agency = Agency, id = sent.InstanceId })
        : NotFound();

    private void Show()
    {
        var applicant = Draft.ReadApplicant();
        (Kind, Name, IdentityNumber, Phone) = (applicant.Kind, applicant.Name, applicant.IdentityNumber, applicant.Phone);
        (Email, Address, Representative) = (applicant.Email, applicant.Address, applicant.Representative);
        (CaseId, ReturnWay, Note) = (Draft.CaseId, Draft.ReturnWay, Draft.Note);
    }

    private async Task Keep(CancellationToken cancel)
    {
        // A field that is not shown now keeps what was typed before: it may come back.
        var typed = Draft.ReadAnswers();
        foreach (var (field, value) in Answers) typed[field] = value;
        Draft.Answers = OfficeJson.Write(SendSubmission.Entered(Version.Procedure, typed));
        await drafts.Save(Draft, cancel);
        Form = FormOf(typed);
    }

    private async Task<IActionResult> On(int step, CancellationToken cancel)
    {
        Draft.Step = step;
        await drafts.Save(Draft, cancel);
        return Again(step);
    }

    private RedirectToPageResult Again(int step) => RedirectToPage(new { agency = Agency, id = Id, step });

    private TypedForm FormOf(Dictionary<string, string?> typed) =>
        new(Version.Procedure.Form, typed, FormAnswers.ForDossier(Draft.CaseId, Today)) { Version = Version };

    private FormCheck Checked() => FormValidation.Validate(
        Version.Procedure.Form, JsonSerializer.SerializeToElement(SendSubmission.Entered(Version.Procedure, new(Form.Typed))), FormAnswers.ForDossier(Draft.CaseId, Today));

    private string? Known(string? component) => Version.Procedure.FindComponent(component ?? "")?.Id;

    private static string InputOf(string field) => field is "Papers" ? "Papers" : field.StartsWith(OfApplicant, StringComparison.Ordinal) ? "Applicant" : field is nameof(Confirmed) ? field : "Declaration";
}

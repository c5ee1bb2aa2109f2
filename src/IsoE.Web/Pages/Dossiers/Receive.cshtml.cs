using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>The reception desk: the person first, then the form, with checklist and promised date computed beside it.</summary>
public sealed class ReceiveModel(
    ReceiveDossier receive, RefuseAtCounter refuse, PreviewReception previewReception, SearchDossiers search,
    Duplicates duplicates, ReusablePapers papers, Office.Queue.Serving.LinkTicket link, ProcedureLibrary library, AttachmentStore attachments,
    OfficeDb db, TimeProvider clock) : Screen
{
    /// <summary>Whom to look for: posted, because a scanned identity card has no place in an address.</summary>
    [BindProperty]
    public string? Q { get; set; }

    /// <summary>Id of the dossier to be, made when the page is opened: sent twice, it is received once.</summary>
    [BindProperty]
    public string DossierId { get; set; } = "";

    [BindProperty]
    public ApplicantKind ApplicantKind { get; set; }

    [BindProperty]
    public string? ApplicantName { get; set; }

    [BindProperty]
    public string? IdentityNumber { get; set; }

    /// <summary>Date of birth as typed.</summary>
    [BindProperty]
    public string? BirthOn { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Representative { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ProcedureCode { get; set; }

    /// <summary>Id of the queue number the person came with.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? CaseId { get; set; }

    [BindProperty]
    public Channel Channel { get; set; } = Channel.Direct;

    [BindProperty]
    public ReturnWay ReturnWay { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public bool ForwardAtOnce { get; set; } = true;

    [BindProperty]
    public string? RefusalReason { get; set; }

    [BindProperty]
    public string? DuplicateReason { get; set; }

    /// <summary>Id of the dossier that was received wrongly and is replaced; null for an ordinary reception.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Supersedes { get; set; }

    [BindProperty]
    public string? SupersedeReason { get; set; }

    /// <summary>Papers of earlier dossiers that need not be handed in again.</summary>
    [BindProperty]
    public List<string> Reuse { get; set; } = [];

    /// <summary>Typed values of the dossier form; those of the hand-over begin with <c>desk:</c>.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public Dictionary<string, PaperTyped> Papers { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<DossierListItem>? Known { get; private set; }
    public IReadOnlyList<DossierRow> Open { get; private set; } = [];
    public IReadOnlyList<ReusablePaper> Earlier { get; private set; } = [];

    /// <summary>The dossier that is replaced; null for an ordinary reception.</summary>
    public DossierRow? Replaced { get; private set; }
    public ProcedureVersion? Version { get; private set; }
    public TypedForm Form { get; private set; } = null!;
    public IReadOnlyList<FieldView>? Desk { get; private set; }
    public ReceptionPreview? Preview { get; private set; }
    public IReadOnlyList<PaperLine> Checklist { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];

    /// <summary>Whether a person or procedure has been chosen already.</summary>
    public bool HasStarted => ApplicantName is not null || ProcedureCode is not null;

    public IReadOnlyList<SelectListItem> Kinds =>
    [
        new(T["Cá nhân", "Person"], nameof(ApplicantKind.Citizen)),
        new(T["Doanh nghiệp, tổ chức", "Enterprise"], nameof(ApplicantKind.Enterprise)),
        new(T["Hộ kinh doanh", "Household business"], nameof(ApplicantKind.HouseholdBusiness)),
    ];

    public IReadOnlyList<SelectListItem> Channels =>
    [
        new(T["Trực tiếp", "In person"], nameof(Channel.Direct)),
        new(T["Trực tuyến", "Online"], nameof(Channel.Online)),
        new(T["Bưu chính", "Post"], nameof(Channel.Post)),
    ];

    public IReadOnlyList<SelectListItem> ReturnWays =>
    [
        new(T["Tại quầy", "At the counter"], nameof(ReturnWay.Counter)),
        new(T["Qua bưu chính công ích", "By public post"], nameof(ReturnWay.Post)),
        new(T["Bản điện tử", "Electronic"], nameof(ReturnWay.Online)),
    ];

    public async Task<IActionResult> OnGet(string? from, CancellationToken cancel)
    {
        DossierId = RowId.New(clock.GetUtcNow());
        if ((from ?? Supersedes) is { } known) await TakeParticulars(known, cancel);
        await Load(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostFind(CancellationToken cancel)
    {
        ModelState.Clear();
        DossierId = RowId.New(clock.GetUtcNow());
        if (CardScan.Read(Q) is { } card)
        {
            await TakeCard(card, cancel);
        }
        else if (!string.IsNullOrWhiteSpace(Q))
        {
            Known = await People(cancel);
            // A whole number typed or scanned names one person: Enter takes them.
            if (Known is [var only] && Q.Trim().Count(char.IsAsciiDigit) >= WholeNumber) return RedirectToPage(new { from = only.DossierId, ProcedureCode, Ticket });
        }

        await Load(cancel);
        return Page();
    }

    /// <summary>Digits from which on a number is not part of one.</summary>
    private const int WholeNumber = 9;

    public async Task<IActionResult> OnPostPeople(CancellationToken cancel) => Partial("_People", await People(cancel));

    /// <summary>The form again, with what follows from the answers so far. Checks nothing.</summary>
    public async Task<IActionResult> OnPostPreview(CancellationToken cancel)
    {
        ModelState.Clear();
        await Load(cancel);
        return WantsPart ? Partial("_Reception", this) : Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Take(
        async reception => (await receive.Run(Actor, reception, cancel)).InstanceId, cancel);

    public Task<IActionResult> OnPostRefuse(CancellationToken cancel)
    {
        Expect(string.IsNullOrWhiteSpace(RefusalReason), nameof(RefusalReason), "Nêu lý do từ chối tiếp nhận.", "Say why it is refused.");
        return Take(async reception => (await refuse.Run(Actor, reception, RefusalReason!, cancel)).InstanceId, cancel);
    }

    private async Task<IActionResult> Take(Func<Reception, Task<string>> command, CancellationToken cancel)
    {
        await Load(cancel);
        Expect(string.IsNullOrWhiteSpace(ProcedureCode), nameof(ProcedureCode), "Chọn thủ tục hành chính.", "Choose the procedure.");
        Expect(string.IsNullOrWhiteSpace(ApplicantName), nameof(ApplicantName), "Nhập họ và tên người nộp.", "Enter the applicant's name.");
        Expect(!string.IsNullOrWhiteSpace(BirthOn) && Shown.ReadDate(BirthOn) is null, nameof(BirthOn), "Nhập ngày sinh theo dạng 27/11/1985.", "Enter the date of birth like 27/11/1985.");
        return await Attempt(
            async () =>
            {
                var id = await command(await Read(cancel));
                if (Ticket is not null) await link.Run(Actor, Ticket, id, cancel);
                return RedirectToPage("/Dossiers/Received", new { id });
            },
            () => Load(cancel),
            InputOf);
    }

    private async Task<Reception> Read(CancellationToken cancel)
    {
        var files = await IncomingFiles.Store(attachments, Files, cancel);
        var reused = await papers.Take(Actor, IdentityNumber, Reuse, Version!.Procedure, cancel);
        return new Reception(
            DossierId,
            ProcedureCode!,
            CaseId!,
            Channel,
            new Applicant(ApplicantKind, ApplicantName!, IdentityNumber, Phone, Email, Address, Representative, Shown.ReadDate(BirthOn)),
            ReturnWay,
            Form.Values(null),
            [.. Checklist.Select(line => line.Check())],
            Version!.Procedure.Sets,
            Note,
            [.. files, .. reused],
            ForwardAtOnce && Desk is not null,
            DeskForm()?.Values(DeskScope) ?? default,
            DuplicateReason,
            Supersedes,
            SupersedeReason);
    }

    private async Task Load(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var offered = library.InForce(today).Where(version => !version.Procedure.IsInternal).ToList();
        Procedures =
        [
            new SelectListItem(T["– Chọn thủ tục –", "– Choose a procedure –"], ""),
            .. offered.Select(version => new SelectListItem($"{version.Code} – {T[version.Procedure.Name]}", version.Code)),
        ];
        Version = offered.Find(version => version.Code == ProcedureCode);
        Earlier = await papers.Of(Actor, IdentityNumber, cancel);
        if (Supersedes is { } old) Replaced = await Row(old, cancel);
        if (Version is null) return;
        var cases = Version.Procedure.Cases;
        if (cases.All(each => each.Id != CaseId)) CaseId = cases[0].Id;
        Cases = [.. cases.Select(each => new SelectListItem($"{T[each.Name]} ({T[each.Limit.Describe()]})", each.Id))];
        Form = new TypedForm(Version.Procedure.Form, Answers, FormAnswers.ForDossier(CaseId!, today)) { Version = Version };
        Desk = DeskForm()?.For(DeskScope);
        Preview = previewReception.Run(Actor, ProcedureCode!, CaseId!, Channel, Form.Values(null));
        Checklist = [.. Preview.Components.Select(PaperOf)];
        Open = [.. (await duplicates.Find(IdentityNumber, ProcedureCode!, cancel)).Where(row => row.InstanceId != Supersedes && row.InstanceId != DossierId)];
    }

    /// <summary>Inputs of the hand-over form are kept apart from the dossier form, which may have fields of the same names.</summary>
    private const string DeskScope = "desk";

    private TypedForm? DeskForm()
    {
        if (Version?.Steps.Rows is not [{ Form: { } form, Role: Office.Organisation.Roles.ReceptionOfficer }, ..]) return null;
        var fields = form.Fields.Select(field => field with { Outcomes = [DeskScope] }).ToList();
        return new TypedForm(fields, Answers, FormAnswers.ForTask(CaseId!, Form.Values(null), DeskScope, Shown.Day(clock.GetUtcNow()))) { Version = Version };
    }

    private PaperLine PaperOf(ComponentPreview previewed)
    {
        var typed = Papers.GetValueOrDefault(previewed.Component.Id) ?? new PaperTyped();
        var error = ModelState.TryGetValue($"Papers[{previewed.Component.Id}]", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        return new PaperLine(previewed.Component, previewed.IsRequired, typed, error);
    }

    private async Task TakeParticulars(string dossierId, CancellationToken cancel)
    {
        if (await Row(dossierId, cancel) is not { } row) return;
        (ApplicantKind, ApplicantName, IdentityNumber) = (row.ApplicantKind, row.ApplicantName, row.IdentityNumber);
        (Phone, Email, Address, ReturnWay) = (row.Phone, row.Email, row.Address, row.ReturnWay);
        BirthOn = row.BirthOn is { } born ? Shown.Date(born) : null;
        if (row.InstanceId == Supersedes && row.ProcedureCode == ProcedureCode) Answers = Stated(row.ReadForm());
    }

    /// <summary>What was declared before, as it would be typed.</summary>
    private static Dictionary<string, string?> Stated(JsonElement form) => form.EnumerateObject().ToDictionary(
        value => value.Name, value => value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText());

    /// <summary>What the card says counts; how to reach the person is known from earlier dossiers.</summary>
    private async Task TakeCard(CardScan card, CancellationToken cancel)
    {
        if (await db.Set<DossierRow>().AsNoTracking().OpenTo(Actor, db).Where(row => row.IdentityNumber == card.IdentityNumber)
                .OrderByDescending(row => row.ReceivedAt).Select(row => row.InstanceId).FirstOrDefaultAsync(cancel) is { } known)
            await TakeParticulars(known, cancel);
        (ApplicantKind, ApplicantName, IdentityNumber) = (ApplicantKind.Citizen, card.Name, card.IdentityNumber);
        BirthOn = card.BirthOn is { } born ? Shown.Date(born) : BirthOn;
        Address = card.Address ?? Address;
        Q = card.IdentityNumber;
    }

    private Task<DossierRow?> Row(string dossierId, CancellationToken cancel) =>
        db.Set<DossierRow>().AsNoTracking().OpenTo(Actor, db).SingleOrDefaultAsync(row => row.InstanceId == dossierId, cancel);

    private async Task<IReadOnlyList<DossierListItem>> People(CancellationToken cancel)
    {
        if (Q?.Trim() is not { Length: >= 3 } text) return [];
        var found = await search.Run(Actor, new DossierSearch { Text = text, Size = 50 }, cancel);
        return [.. found.Dossiers.DistinctBy(row => (row.ApplicantName, row.IdentityNumber ?? row.Phone)).Take(8)];
    }

    private string InputOf(string field) => field switch
    {
        "Components" => nameof(Papers),
        "applicant.name" => nameof(ApplicantName),
        _ when field.StartsWith("applicant.", StringComparison.Ordinal) => char.ToUpperInvariant(field["applicant.".Length]) + field["applicant.".Length..][1..],
        _ when Version?.Procedure.Form.Any(each => each.Id == field) == true => FieldView.NameOf(field),
        _ when DeskForm()?.Fields.Any(each => each.Id == field) == true => FieldView.NameOf(field, DeskScope),
        _ => field,
    };
}

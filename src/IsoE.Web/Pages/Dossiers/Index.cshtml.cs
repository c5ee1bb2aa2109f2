using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using IsoE.Web.Language;
using IsoE.Web.Markup;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Dossiers;

/// <summary>The dossiers a person may read, found by code, name, phone or number, the latest received first.</summary>
public sealed class IndexModel(SearchDossiers search, ProcedureLibrary library, TimeProvider clock) : Screen
{
    /// <summary>Value of <see cref="Kind"/> for dossiers that officers opened for the agency itself.</summary>
    public const string Internal = "internal";

    private const string Open = "open";
    private const string Soon = "soon";
    private const string Overdue = "overdue";
    private const string OverdueOpen = "overdue-open";
    private const string FinishedThisMonth = "finished-month";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary><c>internal</c>, or anything else for the dossiers of applicants.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>A national status, <c>open</c>, or <c>overdue</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool ShowsInternal => Kind == Internal;
    public IReadOnlyList<DossierLine> Lines { get; private set; } = [];
    public InboxCursor? Next { get; private set; }
    public IReadOnlyList<SelectListItem> Statuses { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Procedures { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Kind ??= Habitual();
        Statuses =
        [
            new SelectListItem(T["Tất cả", "All"], ""),
            new SelectListItem(T["Đang giải quyết", "Open"], Open),
            new SelectListItem(T["Sắp đến hạn", "Due soon"], Soon),
            new SelectListItem(T["Quá hạn, chưa xong", "Overdue and open"], OverdueOpen),
            new SelectListItem(T["Quá hạn, kể cả đã xong", "Overdue, settled ones too"], Overdue),
            new SelectListItem(T["Xong trong tháng này", "Settled this month"], FinishedThisMonth),
            .. (ShowsInternal ? NationalStatus.Internal : NationalStatus.All)
                .Select(status => new SelectListItem(T[NationalStatus.NameOf(status, ShowsInternal)], $"{status}")),
        ];
        Procedures =
        [
            new SelectListItem(T["Tất cả", "All"], ""),
            .. library.InForce(Shown.Day(now)).Where(version => version.Procedure.IsOpenedByOfficers == ShowsInternal)
                .Select(version => new SelectListItem(T[version.Procedure.Name], version.Code)),
        ];
        var page = await search.Run(Actor, Read(now), cancel);
        Next = page.Next;
        Lines = [.. page.Dossiers.Select(item => new DossierLine(item, item.StandingOf(), NameOf(item, now)))];
    }

    private DossierSearch Read(DateTimeOffset now) => new(
        Text: Q,
        Internal: ShowsInternal,
        Statuses: int.TryParse(Status, out var status) ? [status] : null,
        ProcedureCode: string.IsNullOrEmpty(Procedure) ? null : Procedure,
        OverdueOnly: Status is Overdue or OverdueOpen,
        OpenOnly: Status is Open or OverdueOpen,
        NearlyDueOnly: Status == Soon,
        FinishedFrom: Status == FinishedThisMonth ? Shown.At(new DateOnly(Shown.Day(now).Year, Shown.Day(now).Month, 1), TimeSpan.Zero) : null,
        After: InboxCursor.Parse(After));

    /// <summary>Whoever may read all internal dossiers but only their own of applicants comes for the internal ones.</summary>
    private string? Habitual() =>
        Rights.Of(Right.ReadInternalDossier, Actor) == Reach.Agency && Rights.Of(Right.ReadDossier, Actor) < Reach.Unit ? Internal : null;

    private Text NameOf(DossierListItem item, DateTimeOffset now) =>
        library.FindInForce(item.ProcedureCode, Shown.Day(now))?.Procedure.Name ?? new Text(item.ProcedureCode, item.ProcedureCode);

    public sealed record DossierLine(DossierListItem Item, Standing Standing, Text Procedure);
}

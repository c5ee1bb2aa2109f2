using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>What the pages of a unit and of a position share: its periods, what holds from a day on, and its end.</summary>
public abstract class PeriodScreen<TPeriod>(OfficeDb db, TimeProvider clock) : Screen
    where TPeriod : class, IPeriod
{
    /// <summary>Of what is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    /// <summary>From when on the change holds.</summary>
    [BindProperty]
    public string? FromOn { get; set; }

    /// <summary>Its last day, to end it.</summary>
    [BindProperty]
    public string? LastOn { get; set; }

    [BindProperty]
    public string? Successor { get; set; }

    /// <summary>Everything it was, is and will be, the latest first.</summary>
    public IReadOnlyList<TPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public DateOnly Today => Shown.Day(clock.GetUtcNow());

    /// <summary>Whether it can still be changed: it stands until further notice.</summary>
    public bool IsOpen => Periods.Count == 0 || Periods[0].ToOn is null;

    /// <summary>Whether its last day can be set, or set anew: it has not passed.</summary>
    public bool MayEnd => Periods.Count > 0 && !(Periods[0].ToOn < Today);

    protected IReadOnlyDictionary<string, TPeriod> All { get; private set; } = new Dictionary<string, TPeriod>();

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (Code is null) Permit.Require(Actor, Right.ChangeOrganisation);
        await Load(cancel);
        if (Code is not null && Periods.Count == 0) return NotFound();
        var day = Periods.Count > 0 && Periods[0].FromOn > Today ? Periods[0].FromOn : Today;
        FromOn = Shown.Date(day);
        if (Periods.Count > 0) Fill(Periods[0]);
        return Page();
    }

    public Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        ExpectDate(FromOn, nameof(FromOn));
        return Attempt(
            async () => RedirectToPage(new { code = await Save(Shown.ReadDate(FromOn)!.Value, cancel) }),
            () => Load(cancel),
            field => field == nameof(Code) ? nameof(NewCode) : field);
    }

    public Task<IActionResult> OnPostEnd(CancellationToken cancel)
    {
        ExpectDate(LastOn, nameof(LastOn));
        return Attempt(
            async () =>
            {
                await End(Shown.ReadDate(LastOn)!.Value, cancel);
                return RedirectToPage(new { code = Code });
            },
            () => Refill(cancel),
            field => field switch { nameof(IPeriod.ToOn) => nameof(LastOn), nameof(IPeriod.SuccessorCode) => nameof(Successor), _ => field });
    }

    /// <summary>Does it; returns the code.</summary>
    protected abstract Task<string> Save(DateOnly from, CancellationToken cancel);

    protected abstract Task End(DateOnly lastOn, CancellationToken cancel);

    /// <summary>Puts what stands into the form.</summary>
    protected abstract void Fill(TPeriod period);

    protected abstract string NameOf(TPeriod period);

    /// <summary>What has to be chosen from, besides the successor.</summary>
    protected virtual void Choose(IReadOnlyList<TPeriod> others)
    {
    }

    protected IReadOnlyList<SelectListItem> Choices(string none, IEnumerable<TPeriod> periods) =>
        [new SelectListItem(none, ""), .. periods.Select(each => new SelectListItem(NameOf(each), each.Code))];

    private async Task Load(CancellationToken cancel)
    {
        All = await db.Set<TPeriod>().On(Today, cancel);
        Periods = await db.Set<TPeriod>().AsNoTracking().Where(period => period.Code == Code).OrderByDescending(period => period.FromOn).ToListAsync(cancel);
        var others = All.Values.Where(each => each.Code != Code && !(each.ToOn < Today)).OrderBy(each => each.Code, StringComparer.Ordinal).ToList();
        Successors = Choices(T["Không có", "None"], others);
        Choose(others);
    }

    /// <summary>The form above the one that was sent keeps what stands.</summary>
    private async Task Refill(CancellationToken cancel)
    {
        await Load(cancel);
        FromOn = Shown.Date(Today);
        if (Periods.Count > 0) Fill(Periods[0]);
    }
}

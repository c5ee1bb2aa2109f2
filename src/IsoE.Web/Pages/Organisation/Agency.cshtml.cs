using System.Globalization;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Organisation;

/// <summary>What the agency says of itself on papers, and how it wants to work.</summary>
public sealed class AgencyModel(OfficeDb db, SaveAgency save) : Screen
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public bool RequiresAcknowledgement { get; set; }

    [BindProperty]
    public PortalMode PortalMode { get; set; }

    [BindProperty]
    public string? QuietFrom { get; set; }

    [BindProperty]
    public string? QuietTo { get; set; }

    public Agency Agency { get; private set; } = null!;

    public Agency? Parent { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        (Address, Phone, Place, RequiresAcknowledgement) = (Agency.Address, Agency.Phone, Agency.Place, Agency.RequiresAcknowledgement);
        PortalMode = Agency.PortalMode;
        (QuietFrom, QuietTo) = (Written(Agency.QuietFrom), Written(Agency.QuietTo));
    }

    public Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (from, to) = (Read(QuietFrom, nameof(QuietFrom)), Read(QuietTo, nameof(QuietTo)));
        return Attempt(
            async () =>
            {
                var particulars = new AgencyParticulars(Address, Phone, Place, RequiresAcknowledgement) { PortalMode = PortalMode, QuietFrom = from, QuietTo = to };
                await save.Run(Actor, particulars, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    public IEnumerable<SelectListItem> Modes() => Enum.GetValues<PortalMode>().Select(mode => new SelectListItem(T[NameOf(mode)], mode.ToString()));

    public static Text NameOf(PortalMode mode) => mode is PortalMode.NationalSync
        ? new("Cổng Dịch vụ công quốc gia, báo lại mọi trạng thái", "the national portal, which is told of every status")
        : new("cổng của cơ quan (hệ thống này)", "the pages of this system");

    public static string? Written(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private TimeOnly? Read(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var isTime = TimeOnly.TryParseExact(typed.Trim().Replace('h', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        Expect(!isTime, field, "Nhập giờ theo dạng 21:00.", "Enter the time like 21:00.");
        return isTime ? time : null;
    }

    private async Task Load(CancellationToken cancel)
    {
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == Actor.AgencyId, cancel);
        Parent = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Agency.ParentId, cancel);
    }
}

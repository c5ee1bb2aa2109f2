using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
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

    public Agency Agency { get; private set; } = null!;

    public Agency? Parent { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        (Address, Phone, Place, RequiresAcknowledgement) = (Agency.Address, Agency.Phone, Agency.Place, Agency.RequiresAcknowledgement);
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            await save.Run(Actor, new AgencyParticulars(Address, Phone, Place, RequiresAcknowledgement), cancel);
            return RedirectToPage();
        },
        () => Load(cancel));

    private async Task Load(CancellationToken cancel)
    {
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == Actor.AgencyId, cancel);
        Parent = await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Agency.ParentId, cancel);
    }
}

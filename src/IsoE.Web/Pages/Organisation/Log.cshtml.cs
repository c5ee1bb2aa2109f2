using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Organisation;

/// <summary>Who changed what in the organisation, when, and what stood before.</summary>
public sealed class LogModel(ReadOrganisationLog read) : Screen
{
    private const int Size = 50;

    /// <summary>Only what stands before this number; null for the latest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public OrganisationLogPage Log { get; private set; } = new([], null);

    public async Task OnGet(CancellationToken cancel) => Log = await read.Run(Actor, Before, Size, cancel);
}

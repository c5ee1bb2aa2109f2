using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Queue;

/// <summary>The display of the hall: who is called to which counter. It follows by server-sent events, see <see cref="Api.DisplayEvents"/>.</summary>
[ResponseCache(NoStore = true)]
public sealed class DisplayModel(FindDevice devices, ReadQueue queue, OfficeDb db, TimeProvider clock) : Screen
{
    public string Secret { get; private set; } = "";
    public Agency Agency { get; private set; } = null!;
    public QueueBoard Board { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancel)
    {
        if (await devices.Run(secret, DeviceKind.Display, cancel) is not { } device) return NotFound();
        Secret = secret;
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == device.AgencyId, cancel);
        Board = QueueBoard.Of(await queue.Run(device.AgencyId, cancel), clock.GetUtcNow());
        return Page();
    }
}

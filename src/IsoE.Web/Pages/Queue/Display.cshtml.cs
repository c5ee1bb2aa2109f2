using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>The display of the hall: who is called to which counter. It follows by server-sent events, see <see cref="Api.DisplayEvents"/>.</summary>
public sealed class DisplayModel(FindDevice devices, ReadQueue queue, OfficeDb db, TimeProvider clock)
    : DeviceScreen(devices, DeviceKind.Display, db)
{
    public QueueBoard Board { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        Board = QueueBoard.Of(await queue.Run(Device.AgencyId, cancel), clock.GetUtcNow());
        return Page();
    }
}

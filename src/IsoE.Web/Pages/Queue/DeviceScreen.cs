using IsoE.Office.Organisation;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Queue;

/// <summary>A screen of a device in the hall. The secret address stands for a sign-in.</summary>
[ResponseCache(NoStore = true)]
public abstract class DeviceScreen(FindDevice devices, DeviceKind kind, OfficeDb db) : Screen
{
    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    public QueueDevice Device { get; private set; } = null!;
    public Agency Agency { get; private set; } = null!;

    /// <returns>False where no open device of the kind has the secret.</returns>
    protected virtual async Task<bool> Load(CancellationToken cancel)
    {
        if (await devices.Run(Secret, kind, cancel) is not { } device) return false;
        Device = device;
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == device.AgencyId, cancel);
        return true;
    }

    /// <summary>Opens the page anew after a while: whoever comes next sees nothing of whoever was before.</summary>
    protected void Forget(int seconds, string page) =>
        Response.Headers["Refresh"] = $"{seconds}; url={Url.Page(page, new { Secret })}";

    /// <summary>The last part of a scanned tracking address, or the text itself.</summary>
    protected static string SecretIn(string scanned) => scanned[(scanned.LastIndexOf('/') + 1)..];
}

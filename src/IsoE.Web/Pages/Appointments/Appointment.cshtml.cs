using IsoE.Documents.Drawing;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Setup;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Appointments;

/// <summary>An appointment as who made it sees it: time, code for the ticket machine, and the button to cancel.</summary>
[ResponseCache(NoStore = true)]
public sealed class AppointmentModel(FindAppointment find, CancelAppointment cancelAppointment, ReadQueueSetup setup) : Screen
{
    public AppointmentRow Appointment { get; private set; } = null!;
    public QueueSetup Setup { get; private set; } = null!;

    public string Qr => QrCode.Svg(Appointment.Code);

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancel) => await Load(secret, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string secret, CancellationToken cancel)
    {
        if (!await Load(secret, cancel)) return NotFound();
        return await Attempt(
            async () =>
            {
                await cancelAppointment.Run(secret, cancel);
                return RedirectToPage("/Appointments/Appointment", new { secret });
            },
            () => Load(secret, cancel));
    }

    private async Task<bool> Load(string secret, CancellationToken cancel)
    {
        if (await find.Run(secret, cancel) is not { } row) return false;
        (Appointment, Setup) = (row, await setup.Run(row.AgencyId, cancel));
        return true;
    }
}

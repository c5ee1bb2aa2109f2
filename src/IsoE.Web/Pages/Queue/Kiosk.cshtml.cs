using IsoE.Documents.Drawing;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Pages.Queue;

/// <summary>The screen of a ticket machine: a field is touched, a number comes. The secret address stands for a sign-in.</summary>
[ResponseCache(NoStore = true)]
public sealed class KioskModel(
    FindDevice devices, ReadQueue queue, TakeTicket take, ArriveWithAppointment arrive, PrintTicket print, OfficeDb db, TimeProvider clock) : Screen
{
    private const int SecondsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    /// <summary>Id of the number to be, made when the screen is shown: touched twice, one is given.</summary>
    [BindProperty]
    public string TicketId { get; set; } = "";

    [BindProperty]
    public string? Field { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty]
    public string? AppointmentCode { get; set; }

    /// <summary>Whether the code of an appointment is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Appointment { get; set; }

    public QueueDevice Device { get; private set; } = null!;
    public Agency Agency { get; private set; } = null!;
    public QueueState Queue { get; private set; } = null!;

    /// <summary>The number just given; null while one is to be chosen.</summary>
    public TicketRow? Ticket { get; private set; }

    public string Qr => QrCode.Svg(print.AddressOf(Ticket!));

    public bool IsPrinting => Ticket is not null && Device.HasPaper;

    /// <param name="t">Secret of the number to be shown.</param>
    public async Task<IActionResult> OnGet(string? t, CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        TicketId = RowId.New(clock.GetUtcNow());
        if (t is null) return Page();
        Ticket = await queue.Find(t, cancel) is { } ticket && ticket.AgencyId == Device.AgencyId ? ticket : null;
        // Whoever comes next does not see the number of whoever was before.
        Response.Headers["Refresh"] = $"{SecondsShown}; url={Url.Page("/Queue/Kiosk", new { Secret })}";
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        return await Give(() => take.Run(Device, new TicketRequest(TicketId, Field ?? "", Priority), cancel), cancel);
    }

    public async Task<IActionResult> OnPostAppointment(CancellationToken cancel)
    {
        if (!await Load(cancel)) return NotFound();
        Appointment = true;
        Expect(string.IsNullOrWhiteSpace(AppointmentCode), nameof(AppointmentCode), "Nhập mã lịch hẹn.", "Enter the code of the appointment.");
        return await Give(() => arrive.Run(Device, AppointmentCode!, cancel), cancel);
    }

    private Task<IActionResult> Give(Func<Task<TicketRow>> ticket, CancellationToken cancel) => Attempt(
        async () => RedirectToPage("/Queue/Kiosk", new { Secret, t = (await ticket()).Secret }),
        () => Load(cancel));

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (await devices.Run(Secret, DeviceKind.Kiosk, cancel) is not { } device) return false;
        Device = device;
        Queue = await queue.Run(device.AgencyId, cancel);
        Agency = await db.Set<Agency>().AsNoTracking().SingleAsync(row => row.Id == device.AgencyId, cancel);
        return true;
    }
}

using IsoE.Documents.Drawing;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Queue;

/// <summary>The screen of a ticket machine: a field is touched, a number comes.</summary>
public sealed class KioskModel(
    FindDevice devices, ReadQueue queue, TakeTicket take, ArriveWithAppointment arrive, PrintTicket print, OfficeDb db, TimeProvider clock)
    : DeviceScreen(devices, DeviceKind.Kiosk, db)
{
    private const int SecondsShown = 25;

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
        Forget(SecondsShown, "/Queue/Kiosk");
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

    protected override async Task<bool> Load(CancellationToken cancel)
    {
        if (!await base.Load(cancel)) return false;
        Queue = await queue.Run(Device.AgencyId, cancel);
        return true;
    }
}

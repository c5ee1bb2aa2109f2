using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Queue.Appointments;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using IsoE.Web.Hosting;
using IsoE.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace IsoE.Web.Pages.Appointments;

/// <summary>Somebody of the public books a time at the counters.</summary>
[EnableRateLimiting(RateLimits.Tracking), ResponseCache(NoStore = true)]
public sealed class IndexModel(ReadQueueSetup setup, FreeSlots slots, BookAppointment book, Site site, TimeProvider clock) : Screen
{
    /// <summary>Whose counters; null for the agency whose pages these are.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    /// <summary>Day as dd/mm/yyyy.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty]
    public string AppointmentId { get; set; } = "";

    /// <summary>The chosen slot as UTC text.</summary>
    [BindProperty]
    public string? StartsAt { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public QueueSetup? Setup { get; private set; }
    public IReadOnlyList<Slot> Slots { get; private set; } = [];
    public bool IsOffered => Setup is { Rules.SlotCapacity: > 0 } && Setup.OpenFields.Any();

    public IEnumerable<SelectListItem> Fields => Setup!.OpenFields.Select(each => new SelectListItem(T[each.Name], each.Code));

    public IEnumerable<SelectListItem> Days => Slots.Where(slot => slot.Free > 0).Select(slot => VietnamTime.DateOf(slot.StartsAt)).Distinct()
        .Select(day => new SelectListItem(Shown.Sentence(T[Wording.Day(day)]), Shown.Date(day)));

    public IEnumerable<SelectListItem> Times => Slots.Where(slot => slot.Free > 0 && Shown.Date(slot.StartsAt) == Day)
        .Select(slot => new SelectListItem($"{Shown.Time(slot.StartsAt)} ({T[$"còn {slot.Free}", $"{slot.Free} left"]})", Key(slot.StartsAt)));

    public async Task OnGet(CancellationToken cancel)
    {
        AppointmentId = RowId.New(clock.GetUtcNow());
        await Load(cancel);
    }

    /// <summary>The form again with the days and times of what has been chosen.</summary>
    public async Task<IActionResult> OnPostChoose(CancellationToken cancel)
    {
        ModelState.Clear();
        await Load(cancel);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Attempt(
        async () =>
        {
            DateTimeOffset? at = DateTimeOffset.TryParse(StartsAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var typed) ? typed.ToUniversalTime() : null;
            var made = await book.Run(Agency ?? site.AgencyId ?? "", new AppointmentForm(AppointmentId, Field ?? "", at, Name, Phone), cancel);
            return RedirectToPage("/Appointments/Appointment", new { made.Secret });
        },
        () => Load(cancel));

    private static string Key(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private async Task Load(CancellationToken cancel)
    {
        if ((Agency ?? site.AgencyId) is not { } agency) return;
        Setup = await setup.Run(agency, cancel);
        if (!IsOffered) return;
        Field = Setup.OpenFields.Any(field => field.Code == Field) ? Field : Setup.OpenFields.First().Code;
        Slots = await slots.Run(agency, Field!, cancel);
        if (Days.All(day => day.Value != Day)) Day = Days.FirstOrDefault()?.Value;
    }
}

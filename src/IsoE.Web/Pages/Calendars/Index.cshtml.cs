using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Edit;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Calendars;

/// <summary>A year of the agency's working calendar; the administrator changes it here, each row with its source.</summary>
public sealed class IndexModel(
    CalendarYearView view, AgencyCalendars calendars, AddHoliday addHoliday, AddMakeUpDay addMakeUpDay, RemoveCalendarRow remove,
    ConfirmYear confirm, AddCalendarYear addYear, TimeProvider clock) : Screen
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public string? FirstOn { get; set; }

    [BindProperty]
    public string? LastOn { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? InPlaceOf { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public bool Verified { get; set; }

    /// <summary>Keeps the change; without it only its effect is shown.</summary>
    [BindProperty]
    public bool Save { get; set; }

    /// <summary>What the change asked for would do, day by day.</summary>
    public IReadOnlyList<CalendarDifference>? Effect { get; private set; }

    public CalendarYearRows Rows { get; private set; } = null!;
    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];
    public WorkingCalendar Calendar => Rows.Calendar;
    public DateOnly Today => Shown.Day(clock.GetUtcNow());
    public CoveredYear Covered => Calendar.Definition.Years.First(year => year.Year == Year);
    public string CutOff => Calendar.Definition.SameDayCutOff.ToString("HH:mm", CultureInfo.InvariantCulture);

    public IEnumerable<CalendarRow> SpecialDays =>
        Rows.Rows.Where(row => row.Kind is CalendarRowKind.Holiday or CalendarRowKind.MakeUpDay).OrderBy(row => row.FirstOn);

    public IEnumerable<HoursLine> Hours =>
    [
        .. HoursLine.Of(Calendar.Definition.WorkingHours, new Text("Làm việc", "Work"), Today),
        .. HoursLine.Of(Calendar.Definition.ReceptionHours, new Text("Tiếp nhận", "Counter"), Today),
    ];

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostHoliday(CancellationToken cancel)
    {
        ExpectDate(FirstOn, nameof(FirstOn));
        Expect(!string.IsNullOrWhiteSpace(LastOn) && Shown.ReadDate(LastOn) is null, nameof(LastOn),
            "Nhập ngày theo dạng 27/11/2026 hoặc để trống.", "Enter the date like 27/11/2026 or leave it empty.");
        var first = Shown.ReadDate(FirstOn) ?? default;
        return Change(
            () => addHoliday.Run(Actor, new HolidayForm(first, Shown.ReadDate(LastOn) ?? first, Name ?? "", null, Source), Save, cancel), cancel);
    }

    public Task<IActionResult> OnPostMakeUp(CancellationToken cancel)
    {
        ExpectDate(On, nameof(On));
        ExpectDate(InPlaceOf, nameof(InPlaceOf));
        var form = new MakeUpDayForm(Shown.ReadDate(On) ?? default, Shown.ReadDate(InPlaceOf) ?? default, Source);
        return Change(() => addMakeUpDay.Run(Actor, form, Save, cancel), cancel);
    }

    public Task<IActionResult> OnPostRemove(string row, CancellationToken cancel)
    {
        Save = true;
        return Change(() => remove.Run(Actor, row, save: true, cancel), cancel);
    }

    public Task<IActionResult> OnPostConfirm(CancellationToken cancel)
    {
        Save = true;
        return Change(() => confirm.Run(Actor, Year, Source, cancel), cancel);
    }

    public Task<IActionResult> OnPostAddYear(CancellationToken cancel) => Attempt(
        async () =>
        {
            var added = await addYear.Run(Actor, save: true, cancel);
            return RedirectToPage(new { year = added.After.LastYear });
        },
        () => Load(cancel));

    public string LookOf(CalendarDay day)
    {
        var look = day.Kind switch
        {
            CalendarDayKind.Holiday => "holiday",
            CalendarDayKind.MakeUp => "makeup",
            CalendarDayKind.WeeklyRest => "rest",
            _ => "",
        };
        return day.Date == Today ? $"{look} today" : look;
    }

    private SourceForm Source => new(Document ?? "", Verified);

    private Task<IActionResult> Change(Func<Task<CalendarChange>> change, CancellationToken cancel) => Attempt(
        async () =>
        {
            var done = await change();
            if (Save) return RedirectToPage(new { year = Year });
            Effect = done.Differences;
            await Load(cancel);
            return Page();
        },
        () => Load(cancel));

    private async Task<bool> Load(CancellationToken cancel)
    {
        var calendar = calendars.Of(Actor.AgencyId).Calendar;
        if (Year == 0) Year = Math.Clamp(Today.Year, calendar.FirstYear, calendar.LastYear);
        if (Year < calendar.FirstYear || Year > calendar.LastYear) return false;
        Rows = await view.Find(Actor.AgencyId, Year, cancel);
        Months = [.. Enumerable.Range(1, 12).Select(month => CalendarMonth.Of(Calendar, Year, month))];
        return true;
    }
}

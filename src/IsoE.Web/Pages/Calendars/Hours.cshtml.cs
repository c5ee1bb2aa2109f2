using System.Globalization;
using IsoE.Office.Calendars;
using IsoE.Office.Calendars.Edit;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IsoE.Web.Pages.Calendars;

/// <summary>The weekly hours of work and of the counter, and the agency's rule for "nearly due".</summary>
public sealed class HoursModel(
    CalendarYearView view, SetHours setHours, SetNearlyDue setNearlyDue, TimeProvider clock) : Screen
{
    private const string Work = "work";
    private const string Counter = "counter";

    [BindProperty]
    public string? Kind { get; set; } = Work;

    [BindProperty]
    public string? Weekday { get; set; } = nameof(DayOfWeek.Monday);

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public string? FromOn { get; set; }

    [BindProperty]
    public string? WorkingDays { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Percent { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public bool Verified { get; set; }

    /// <summary>Keeps the change; without it only its effect is shown.</summary>
    [BindProperty]
    public bool Save { get; set; }

    public IReadOnlyList<CalendarDifference>? Effect { get; private set; }
    public IReadOnlyList<HoursGroup> Groups { get; private set; } = [];
    public NearlyDueRule Rule { get; private set; } = NearlyDueRule.Default;

    public IReadOnlyList<SelectListItem> Kinds =>
        [new(T["Giờ làm việc", "Working hours"], Work), new(T["Giờ tiếp nhận tại quầy", "Counter hours"], Counter)];

    public IReadOnlyList<SelectListItem> Weekdays =>
        [.. MondayFirst.Select(day => new SelectListItem(Shown.Sentence(T[Wording.Weekday(day)]), day.ToString()))];

    private static IEnumerable<DayOfWeek> MondayFirst => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7));

    public async Task OnGet(CancellationToken cancel)
    {
        await Load(cancel);
        (WorkingDays, Minutes, Percent) = (Figure(Rule.WorkingDays), Figure(Rule.Minutes), Figure((int)(Rule.Share * 100)));
    }

    public Task<IActionResult> OnPostHours(CancellationToken cancel)
    {
        var from = ExpectDate(FromOn, nameof(FromOn));
        Expect(!Enum.TryParse<DayOfWeek>(Weekday, out var weekday), nameof(Weekday), "Chọn thứ trong tuần.", "Choose a weekday.");
        return Attempt(
            async () =>
            {
                var form = new HoursForm(weekday, Kind == Counter, Hours ?? "", from!.Value, Source);
                var change = await setHours.Run(Actor, form, Save, cancel);
                if (Save) return RedirectToPage();
                Effect = change.Differences;
                await Load(cancel);
                return Page();
            },
            () => Load(cancel));
    }

    public Task<IActionResult> OnPostNearlyDue(CancellationToken cancel)
    {
        var form = new NearlyDueForm(Read(WorkingDays, nameof(WorkingDays)), Read(Minutes, nameof(Minutes)), Read(Percent, nameof(Percent)), Source);
        return Attempt(
            async () =>
            {
                await setNearlyDue.Run(Actor, form, cancel);
                return RedirectToPage();
            },
            () => Load(cancel));
    }

    private SourceForm Source => new(Document ?? "", Verified);

    private int Read(string? typed, string field)
    {
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        Expect(!isNumber, field, "Nhập một số nguyên.", "Enter a whole number.");
        return number;
    }

    private async Task Load(CancellationToken cancel)
    {
        var today = Shown.Day(clock.GetUtcNow());
        var present = await view.From(Actor.AgencyId, today, cancel);
        Rule = present.Calendar.Definition.NearlyDue;
        Groups =
        [
            new(new Text("Giờ làm việc", "Working hours"), Of(CalendarRowKind.WorkingHours, CalendarRowKind.WeeklyRest)),
            new(new Text("Giờ tiếp nhận tại quầy", "Counter hours"), Of(CalendarRowKind.ReceptionHours)),
        ];

        List<CalendarRow> Of(params CalendarRowKind[] kinds) =>
            [.. present.Rows.Where(row => kinds.Contains(row.Kind)).OrderBy(row => ((int)row.Weekday!.Value + 6) % 7).ThenBy(row => row.FirstOn)];
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    public sealed record HoursGroup(Text Name, IReadOnlyList<CalendarRow> Rows);
}

using IsoE.Office.Calendars;
using IsoE.Office.Evidence;
using IsoE.Office.Organisation;
using IsoE.Web.Language;
using IsoE.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace IsoE.Web.Pages.Evidence;

/// <summary>Procedure, calendar, roles, people and form exactly as they stood at a step of a dossier.</summary>
public sealed class AsOfModel(ReadAsOf read) : Screen
{
    /// <summary>Id or code of the dossier.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Place of the step in the history of the dossier.</summary>
    [BindProperty(SupportsGet = true)]
    public long Step { get; set; }

    public AsOf Then { get; private set; } = null!;

    public DateOnly Day => Shown.Day(Then.Step.At);

    public CalendarDefinition Calendar => Then.Calendar.Definition;

    public IEnumerable<WeekdayHours> Hours => Calendar.WorkingHours.Where(hours => hours.Effective.Covers(Day)).OrderBy(hours => ((int)hours.Weekday + 6) % 7);

    /// <summary>Days off within a month of the step.</summary>
    public IEnumerable<Holiday> Holidays => Calendar.Holidays.Where(holiday => holiday.LastOn >= Day.AddMonths(-1) && holiday.FirstOn <= Day.AddMonths(1));

    public IEnumerable<MakeUpDay> MakeUpDays => Calendar.MakeUpDays.Where(made => made.On >= Day.AddMonths(-1) && made.On <= Day.AddMonths(1));

    public Text UnitOf(RoleAsOf role) => role.UnitCode is { } code
        ? Then.Units.TryGetValue(code, out var unit) ? unit.Name : new Text(code, code)
        : new Text("Cả cơ quan", "The whole agency");

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await read.Run(Actor, Id, Step, cancel) is not { } then) return NotFound();
        Then = then;
        return Page();
    }
}

using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Calendars.Edit;

/// <summary>The rows of an agency's calendar that concern a year, for its page.</summary>
/// <param name="IsOwn">False while the agency works by the national calendar; the first change copies it.</param>
public sealed record CalendarYearRows(int Year, bool IsOwn, WorkingCalendar Calendar, IReadOnlyList<CalendarRow> Rows);

/// <summary>Reads the rows the administration page shows.</summary>
public sealed class CalendarYearView(OfficeDb db, AgencyCalendars calendars, TimeProvider clock)
{
    /// <summary>Rows in force in that year, by kind and day.</summary>
    public Task<CalendarYearRows> Find(string agencyId, int year, CancellationToken cancel) =>
        Find(agencyId, year, row => row.FirstOn <= new DateOnly(year, 12, 31) && (row.LastOn is null || row.LastOn >= new DateOnly(year, 1, 1)), cancel);

    /// <summary>Rows that are in force on a day or will be.</summary>
    public Task<CalendarYearRows> From(string agencyId, DateOnly day, CancellationToken cancel) =>
        Find(agencyId, day.Year, row => row.LastOn is null || row.LastOn >= day, cancel);

    private async Task<CalendarYearRows> Find(string agencyId, int year, Func<CalendarRow, bool> which, CancellationToken cancel)
    {
        var stored = await db.Set<CalendarRow>().AsNoTracking().Where(row => row.RemovedAt == null).ToListAsync(cancel);
        var isOwn = stored.Count > 0;
        var author = new CalendarAuthor(agencyId, Organisation.Actor.SystemId, clock.GetUtcNow());
        var rows = isOwn ? stored : CalendarRows.Copy(NationalCalendar.Instance.Definition, author);
        return new CalendarYearRows(year, isOwn, calendars.Of(agencyId).Calendar,
            [.. rows.Where(which).OrderBy(row => row.Kind).ThenBy(row => row.FirstOn).ThenBy(row => row.Weekday)]);
    }
}

using IsoE.Office.Calendars;
using IsoE.Office.Queue.Setup;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue.Appointments;

/// <summary>A time that can be booked.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="Free">Places left.</param>
public sealed record Slot(DateTimeOffset StartsAt, int Free);

/// <summary>The times at which an agency receives by appointment: its reception hours, cut into slots.</summary>
public sealed class FreeSlots(OfficeDb db, ReadQueueSetup setup, CalendarSource calendars, TimeProvider clock)
{
    /// <summary>The times to come of a field, in order, full ones included; empty when there are no appointments for it.</summary>
    public async Task<IReadOnlyList<Slot>> Run(string agencyId, string fieldCode, CancellationToken cancel)
    {
        var arranged = await setup.Run(agencyId, cancel);
        if (arranged.Rules.SlotCapacity == 0 || arranged.OpenFields.All(field => field.Code != fieldCode)) return [];
        var now = clock.GetUtcNow();
        var taken = await db.Set<AppointmentRow>().IgnoreQueryFilters([OfficeDb.AgencyFilter])
            .Where(row => row.AgencyId == agencyId && row.FieldCode == fieldCode && row.StartsAt > now && row.Status != AppointmentState.Cancelled)
            .GroupBy(row => row.StartsAt).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return
        [
            .. Times(calendars(agencyId).Calendar, arranged.Rules, now)
                .Select(at => new Slot(at, Math.Max(0, arranged.Rules.SlotCapacity - taken.GetValueOrDefault(at)))),
        ];
    }

    /// <summary>The beginnings of the slots after an instant. A slot ends before the counter closes.</summary>
    internal static IEnumerable<DateTimeOffset> Times(WorkingCalendar calendar, QueueRules rules, DateTimeOffset after)
    {
        var today = VietnamTime.DateOf(after);
        var days = Enumerable.Range(0, rules.DaysAhead + 1).Select(today.AddDays).TakeWhile(date => date.Year <= calendar.LastYear);
        return days.SelectMany(date => calendar.ReceptionOn(date).OrderBy(range => range.From).SelectMany(range => Cut(date, range, rules.SlotMinutes)))
            .Where(at => at > after);
    }

    private static IEnumerable<DateTimeOffset> Cut(DateOnly date, TimeRange range, int minutes) =>
        Enumerable.Range(0, range.Minutes / minutes).Select(i => VietnamTime.ToInstant(date, range.From.AddMinutes(i * minutes)));
}

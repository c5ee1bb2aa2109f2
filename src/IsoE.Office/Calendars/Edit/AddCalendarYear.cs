using IsoE.Office.Calendars.Lunar;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <summary>Adds the year after the last one, provisionally, with the holidays the general rules give.</summary>
public sealed class AddCalendarYear(CalendarEdit edit)
{
    /// <param name="save">False shows what would change and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-year-far</c>, <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, bool save, CancellationToken cancel) => edit.Run(actor, Add, save, cancel);

    private static void Add(CalendarDraft draft)
    {
        var year = draft.Rows.Where(row => row.Kind == CalendarRowKind.Year).Max(row => row.FirstOn.Year) + 1;
        if (year > VietnameseLunarCalendar.LastYear)
            throw new RejectedException("calendar-year-far", new Text(
                $"Chỉ tính được ngày âm lịch đến năm {VietnameseLunarCalendar.LastYear}.",
                $"Lunar dates are known up to {VietnameseLunarCalendar.LastYear} only."));
        draft.Add(draft.Author.Row(NationalHolidayRules.Cover(year)));
        foreach (var holiday in NationalHolidayRules.Generate(year)) draft.Add(draft.Author.Row(holiday));
    }
}

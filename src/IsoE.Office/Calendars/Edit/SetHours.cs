using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <param name="Hours">For example <c>07:30-11:30 13:00-17:00</c>; empty makes it a rest day, or closes the counter.</param>
/// <param name="FromOn">First day on which they hold.</param>
public sealed record HoursForm(DayOfWeek Weekday, bool IsReception, string Hours, DateOnly FromOn, SourceForm Source);

/// <summary>Sets the working or reception hours of a weekday from a day on; what held before ends the day before.</summary>
public sealed class SetHours(CalendarEdit edit)
{
    /// <param name="save">False shows what would change and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-hours-malformed</c>, <c>calendar-hours-overlap</c>,
    /// <c>calendar-source-missing</c>, <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, HoursForm form, bool save, CancellationToken cancel) =>
        edit.Run(actor, draft => Set(draft, form), save, cancel);

    private static void Set(CalendarDraft draft, HoursForm form)
    {
        var kind = form.IsReception ? CalendarRowKind.ReceptionHours : CalendarRowKind.WorkingHours;
        var (ranges, source) = (ReadRanges(form.Hours), form.Source.Read());
        EndBefore(draft, kind, form);
        if (!form.IsReception) EndBefore(draft, CalendarRowKind.WeeklyRest, form);

        var effective = new Effective(form.FromOn);
        if (ranges.Count > 0) draft.Add(draft.Author.Row(kind, new WeekdayHours(form.Weekday, ranges, effective, source)));
        else if (!form.IsReception) draft.Add(draft.Author.Row(new WeeklyRest(form.Weekday, effective, source)));
    }

    /// <summary>Rows never change, so one that is cut short is replaced by its earlier part.</summary>
    private static void EndBefore(CalendarDraft draft, CalendarRowKind kind, HoursForm form)
    {
        var open = draft.Rows.Where(row =>
            row.Kind == kind && row.Weekday == form.Weekday && (row.LastOn is null || row.LastOn >= form.FromOn)).ToList();
        foreach (var row in open)
        {
            draft.Remove(row);
            if (row.FirstOn < form.FromOn) draft.Add(draft.Author.Shortened(row, form.FromOn.AddDays(-1)));
        }
    }

    private static List<TimeRange> ReadRanges(string text)
    {
        var ranges = new List<TimeRange>();
        foreach (var part in text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TimeRange.TryParse(part, out var range))
                throw new RejectedException("calendar-hours-malformed", new Text(
                    $"Không hiểu khung giờ “{part}”. Hãy viết như 07:30-11:30 13:00-17:00.",
                    $"“{part}” is not a range of time. Write it like 07:30-11:30 13:00-17:00."))
                { Field = nameof(HoursForm.Hours) };
            ranges.Add(range);
        }
        return ranges;
    }
}

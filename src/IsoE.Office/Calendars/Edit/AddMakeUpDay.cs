using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

public sealed record MakeUpDayForm(DateOnly On, DateOnly InPlaceOf, SourceForm Source);

/// <summary>Makes a rest day a working day with the hours of the day it replaces.</summary>
public sealed class AddMakeUpDay(CalendarEdit edit)
{
    /// <param name="save">False shows what would change and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-make-up-working</c>, <c>calendar-day-conflict</c>,
    /// <c>calendar-year-missing</c>, <c>calendar-source-missing</c>, <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, MakeUpDayForm form, bool save, CancellationToken cancel) =>
        edit.Run(actor, draft => Add(draft, form), save, cancel);

    private static void Add(CalendarDraft draft, MakeUpDayForm form)
    {
        var day = new WorkingCalendar(CalendarRows.Definition(draft.Rows)).DayOf(form.On);
        if (day.IsWorking)
            throw new RejectedException("calendar-make-up-working", new Text(
                $"{Wording.Day(form.On).Vi} vốn đã là ngày làm việc; ngày làm bù phải là ngày nghỉ hằng tuần.",
                $"{Wording.Day(form.On).En} is a working day already; a make-up day must be a weekly rest day."))
            { Field = nameof(form.On) };
        draft.Add(draft.Author.Row(new MakeUpDay(form.On, form.InPlaceOf, form.Source.Read())));
    }
}

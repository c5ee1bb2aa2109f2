using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <param name="Name">Vietnamese name; the English one may be left out and is then the same.</param>
public sealed record HolidayForm(DateOnly FirstOn, DateOnly LastOn, string Name, string? NameEn, SourceForm Source);

/// <summary>Adds days off, all of them with one name and source.</summary>
public sealed class AddHoliday(CalendarEdit edit)
{
    /// <param name="save">False shows what would change and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-holiday-reversed</c>, <c>calendar-day-conflict</c>,
    /// <c>calendar-holiday-name</c>, <c>calendar-source-missing</c>, <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, HolidayForm form, bool save, CancellationToken cancel) =>
        edit.Run(actor, draft => draft.Add(draft.Author.Row(Read(form))), save, cancel);

    private static Holiday Read(HolidayForm form)
    {
        if (form.LastOn < form.FirstOn) throw CalendarRejections.HolidayReversed(form.FirstOn, form.LastOn);
        if (string.IsNullOrWhiteSpace(form.Name))
            throw new RejectedException("calendar-holiday-name", new Text("Nhập tên ngày nghỉ.", "Enter the name of the holiday."))
            { Field = nameof(form.Name) };
        var english = string.IsNullOrWhiteSpace(form.NameEn) ? form.Name : form.NameEn;
        return new Holiday(form.FirstOn, form.LastOn, new Text(form.Name.Trim(), english.Trim()), form.Source.Read());
    }
}

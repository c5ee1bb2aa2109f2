using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <summary>Says that a provisional year now agrees with the official notice.</summary>
public sealed class ConfirmYear(CalendarEdit edit)
{
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-year-unknown</c>, <c>calendar-source-missing</c>,
    /// <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, int year, SourceForm notice, CancellationToken cancel) =>
        edit.Run(actor, draft => Confirm(draft, year, notice.Read()), save: true, cancel);

    private static void Confirm(CalendarDraft draft, int year, RowSource notice)
    {
        var row = draft.Rows.FirstOrDefault(row => row.Kind == CalendarRowKind.Year && row.FirstOn.Year == year)
            ?? throw new RejectedException("calendar-year-unknown", new Text(
                $"Lịch làm việc chưa có năm {year}.", $"The calendar does not have the year {year}."))
            { Field = "year" };
        draft.Remove(row);
        draft.Add(draft.Author.Row(new CoveredYear(year, IsProvisional: false, notice)));
    }
}

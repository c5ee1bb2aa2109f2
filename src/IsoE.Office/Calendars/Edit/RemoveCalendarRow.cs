using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <summary>Takes a holiday or a make-up day out of force. Hours and years are replaced, not removed.</summary>
public sealed class RemoveCalendarRow(CalendarEdit edit)
{
    /// <param name="save">False shows what would change and keeps nothing.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>calendar-row-unknown</c>, <c>calendar-row-needed</c>,
    /// <c>calendar-changed-meanwhile</c>.</exception>
    public Task<CalendarChange> Run(Actor actor, string rowId, bool save, CancellationToken cancel) =>
        edit.Run(actor, draft => Remove(draft, rowId), save, cancel);

    private static void Remove(CalendarDraft draft, string rowId)
    {
        var row = draft.Get(rowId);
        if (row.Kind is not (CalendarRowKind.Holiday or CalendarRowKind.MakeUpDay))
            throw new RejectedException("calendar-row-needed", new Text(
                "Chỉ xóa được ngày nghỉ lễ và ngày làm bù. Giờ làm việc được thay bằng giờ mới.",
                "Only holidays and make-up days can be removed. Hours are replaced by new hours."));
        draft.Remove(row);
    }
}

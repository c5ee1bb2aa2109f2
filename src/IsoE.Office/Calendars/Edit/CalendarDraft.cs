using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <summary>The rows of a calendar while somebody changes them.</summary>
internal sealed class CalendarDraft
{
    private readonly List<CalendarRow> _rows;
    private readonly List<CalendarRow> _added = [];

    /// <param name="stored">The rows in force; none before the first change, when the national rows are copied.</param>
    public CalendarDraft(CalendarAuthor author, IReadOnlyCollection<CalendarRow> stored)
    {
        Author = author;
        if (stored.Count == 0) _added.AddRange(CalendarRows.Copy(NationalCalendar.Instance.Definition, author));
        _rows = [.. stored, .. _added];
    }

    public CalendarAuthor Author { get; }

    /// <summary>The rows in force after the change.</summary>
    public IReadOnlyList<CalendarRow> Rows => _rows;

    /// <summary>Rows the database does not have yet, also those that are out of force again.</summary>
    public IReadOnlyList<CalendarRow> Added => _added;

    public void Add(CalendarRow row)
    {
        _rows.Add(row);
        _added.Add(row);
    }

    /// <summary>Takes a row out of force; it stays in the database.</summary>
    public void Remove(CalendarRow row)
    {
        row.RemovedBy = Author.PersonId;
        row.RemovedAt = Author.At;
        _rows.Remove(row);
    }

    /// <exception cref="RejectedException"><c>calendar-row-unknown</c>.</exception>
    public CalendarRow Get(string rowId) => _rows.Find(row => row.Id == rowId)
        ?? throw new RejectedException("calendar-row-unknown", new Text(
            "Dòng này không còn trong lịch làm việc. Hãy tải lại trang.",
            "This row is no longer in the calendar. Load the page again."));
}

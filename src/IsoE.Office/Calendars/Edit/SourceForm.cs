using IsoE.Workflows;

namespace IsoE.Office.Calendars.Edit;

/// <summary>The document a new row rests on, as the administrator types it.</summary>
/// <param name="Document">Number and symbol with a short description; kept as typed in both languages.</param>
/// <param name="Verified">Somebody has checked the row against the document.</param>
public sealed record SourceForm(string Document, bool Verified)
{
    /// <exception cref="RejectedException"><c>calendar-source-missing</c>.</exception>
    internal RowSource Read() => string.IsNullOrWhiteSpace(Document)
        ? throw new RejectedException("calendar-source-missing", new Text(
            "Nhập văn bản làm căn cứ, ví dụ Thông báo 9441/TB-BNV.",
            "Enter the document this rests on, for example Thông báo 9441/TB-BNV."))
        { Field = nameof(Document) }
        : new RowSource(new Text(Document.Trim(), Document.Trim()), Verified);
}

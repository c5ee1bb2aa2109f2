using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>The document a row of a calendar rests on, and whether somebody has checked the row against it.</summary>
public sealed record RowSource(Text Document, bool Verified)
{
    /// <summary>The document for readers, with a warning while it is unchecked.</summary>
    public Text Describe() => Verified
        ? Document
        : new Text($"{Document.Vi} (chưa đối chiếu văn bản gốc)", $"{Document.En} (not yet checked against the original)");
}

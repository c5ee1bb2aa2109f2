using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport;

/// <summary>Where in the document something was read.</summary>
/// <param name="Table">Number of the table, from 1; 0 for a paragraph outside tables.</param>
/// <param name="Row">Row of the table, or number of the paragraph; 0 for what stands in neither.</param>
/// <param name="Column">Cell of the row, from 1.</param>
/// <param name="Text">The words that were read there.</param>
public sealed record SourceCell(int Table, int Row, int Column, string Text)
{
    public Text Place() =>
        Table > 0 ? new Text($"Bảng {Table}, hàng {Row}, cột {Column}", $"Table {Table}, row {Row}, column {Column}")
        : Row > 0 ? new Text($"Đoạn {Row}", $"Paragraph {Row}")
        : new Text("Tệp Word", "The file");
}

/// <summary>How far a value read from a document can be trusted.</summary>
public enum Confidence
{
    /// <summary>It may well be something else; the author has to decide.</summary>
    Guessed,

    /// <summary>It is most often meant so.</summary>
    Likely,

    /// <summary>The document says so.</summary>
    Certain,
}

/// <summary>A value with the places it comes from.</summary>
/// <param name="Value">Null when the document gives none that is understood.</param>
public sealed record Imported<T>(T? Value, Confidence Confidence, IReadOnlyList<SourceCell> Sources, Text? Remark = null);

/// <summary>A text of the document that found no place in the draft.</summary>
/// <param name="InSteps">It stands in the table of steps, where it may change what is done.</param>
public sealed record NotUnderstood(SourceCell Source, Text Reason, bool InSteps = false);

/// <summary>Something the author of the draft has to look at.</summary>
/// <param name="Step">Number of the step it is about, from 1; null for the document as a whole.</param>
public sealed record ImportRemark(int? Step, Text Message)
{
    public Text Sentence() => Step is { } step
        ? new Text($"Bước {step}: {Message.Vi}", $"Step {step}: {Message.En}")
        : Message;
}

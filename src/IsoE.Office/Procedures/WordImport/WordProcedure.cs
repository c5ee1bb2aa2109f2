using IsoE.Office.Procedures.WordImport.Sections;
using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport;

/// <summary>A procedure read from a Word file: what is understood with its sources, and what is not.</summary>
/// <param name="Frame">Headings, headers and numbers of the document; the product writes its own.</param>
/// <param name="Tables">Number of tables of steps in the file; one of them was read.</param>
public sealed record WordProcedure(
    StepSheet Sheet,
    ImportedText Text,
    IReadOnlyList<SourceCell> Frame,
    int Tables,
    IReadOnlyList<NotUnderstood> NotUnderstood,
    IReadOnlyList<ImportRemark> Remarks);

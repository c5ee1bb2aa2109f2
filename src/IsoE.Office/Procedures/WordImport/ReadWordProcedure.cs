using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Sections;
using IsoE.Office.Procedures.WordImport.Steps;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport;

/// <summary>Reads a procedure out of a Word file. Needs nothing but the file.</summary>
public static class ReadWordProcedure
{
    /// <param name="units">Units of the agency that names in the document are matched to.</param>
    /// <param name="table">Which table of steps to read when the file has several, from 1.</param>
    /// <exception cref="RejectedException">The file cannot be read, or has no table of steps.</exception>
    public static WordProcedure Run(Stream file, IReadOnlyList<KnownUnit> units, int table = 1)
    {
        var content = WordFile.Read(file);
        var tables = StepTableFinder.Find(content);
        if (tables.Count == 0) throw WordRejections.NoSteps(content.Tables.Count());
        var chosen = tables[Math.Clamp(table, 1, tables.Count) - 1];
        var ledger = new Ledger(content);
        ledger.MarkSteps(chosen.Rows.Select(row => row.Row));
        LeaveOthers(tables, chosen, ledger);
        var sheet = new StepReader(chosen, ledger, new UnitWords(units)).Read();
        var cover = new CoverReader(content, chosen, ledger).Read();
        var text = new DocumentTextReader(DocumentSections.Of(content, tables), ledger).Read(cover);
        return new WordProcedure(sheet, text, ledger.Framed, tables.Count, [.. ledger.NotTaken(), .. content.LeftOut], content.Remarks);
    }

    private static void LeaveOthers(IReadOnlyList<FoundTable> tables, FoundTable chosen, Ledger ledger)
    {
        foreach (var other in tables.Where(other => other != chosen))
            ledger.Leave(other.HeaderRows.Concat(other.Rows.Select(row => row.Row)).SelectMany(row => row.Cells).SelectMany(cell => cell.AllLines), new Text(
                "Bảng các bước của một quy trình khác trong cùng tệp; hãy nhập riêng.",
                "The table of steps of another procedure in the same file; import it by itself."));
    }
}

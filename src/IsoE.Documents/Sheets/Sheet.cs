using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IsoE.Documents.Sheets;

/// <summary>A table for people who go on working with it: as CSV or as an Excel workbook.</summary>
/// <param name="Name">Name of the worksheet, at most 31 letters.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Text, whole or decimal numbers, or null, one for each column.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Comma-separated, RFC 4180, UTF-8 with the mark by which Excel knows it. No cell can be taken for a formula.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Columns)) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    public byte[] ToXlsx() => Workbook([this]);

    /// <summary>One Excel workbook with a worksheet for each; their names have to differ.</summary>
    public static byte[] Workbook(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var sheet in sheets)
            {
                var worksheet = workbook.AddNewPart<WorksheetPart>();
                worksheet.Worksheet = new Worksheet(new SheetData(sheet.Rows.Prepend(sheet.Columns).Select(row => new Row(row.Select(Cell)))));
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Id = workbook.GetIdOfPart(worksheet),
                    SheetId = (uint)list.ChildElements.Count + 1,
                    Name = sheet.Name,
                });
            }

            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        }
        return stream.ToArray();
    }

    private static Cell Cell(object? value) => value switch
    {
        int or long or decimal => new Cell { DataType = CellValues.Number, CellValue = new CellValue(Written(value)) },
        null => new Cell(),
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Written(value)) { Space = SpaceProcessingModeValues.Preserve }) },
    };

    private static string Quoted(object? value)
    {
        var text = Written(value);
        if (value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Written(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

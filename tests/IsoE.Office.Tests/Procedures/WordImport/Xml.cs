using System.Security;

namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>The markup of WordprocessingML, as much of it as the documents of the tests need.</summary>
internal static class Xml
{
    public const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string PackageRelationships =
        $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}officeDocument" Target="word/document.xml"/></Relationships>""";

    public const string Styles =
        """
        <?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="OldCode"><w:name w:val="Old code"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
        </w:styles>
        """;

    public const string Numbering =
        """
        <?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Bước %1"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        </w:numbering>
        """;

    public static string Part(string root, string content) =>
        $"""<?xml version="1.0"?><w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{content}</w:{root}>""";

    public static string ContentTypes(string more) =>
        $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{Types}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Types}styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{Types}numbering+xml"/>{more}</Types>""";

    public static string DocumentRelationships(string more) =>
        $"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Relations}numbering" Target="numbering.xml"/>{more}</Relationships>""";

    public static string Document(string body) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>""";

    public static string Paragraph(
        Docx docx, string text, string? style = null, int? list = null, string? deleted = null, string? inserted = null, bool broken = false) =>
        $"<w:p>{ParagraphProperties(style, list)}{(broken ? Broken(docx, text) : Run(docx, text))}{Deleted(docx, deleted)}{Inserted(docx, inserted)}</w:p>";

    public static string Run(Docx docx, string text, string tag = "w:t") => text.Length == 0 ? "" :
        $"""<w:r><w:rPr><w:rFonts w:ascii="{docx.Font}" w:hAnsi="{docx.Font}" w:cs="{docx.Font}"/><w:sz w:val="26"/></w:rPr><{tag} xml:space="preserve">{Escaped(docx, text)}</{tag}></w:r>""";

    public static string Table(Docx docx, IEnumerable<Row> rows) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid/>{string.Concat(rows.Select(row => Row(docx, row)))}</w:tbl>";

    private static string Row(Docx docx, Row row)
    {
        var properties = (row.RepeatedHeader ? "<w:tblHeader/>" : "") + (row.Deleted ? """<w:del w:id="9" w:author="A" w:date="2026-01-05T08:00:00Z"/>""" : "");
        var xml = $"<w:tr><w:trPr>{properties}</w:trPr>{string.Concat(row.Cells.Select(cell => Cell(docx, cell)))}</w:tr>";
        return row.InContentControl ? $"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>" : xml;
    }

    private static string Cell(Docx docx, Cell cell)
    {
        var span = cell.Span > 1 ? $"""<w:gridSpan w:val="{cell.Span}"/>""" : "";
        var merge = cell.Merge switch { Merge.Start => """<w:vMerge w:val="restart"/>""", Merge.Continue => "<w:vMerge/>", _ => "" };
        var content = string.Concat(cell.Content.Select(part => part.Write(docx)));
        return $"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{(content.Length > 0 ? content : "<w:p/>")}</w:tc>";
    }

    private static string ParagraphProperties(string? style, int? list) => "<w:pPr>"
        + (style is null ? "" : $"""<w:pStyle w:val="{style}"/>""")
        + (list is null ? "" : $"""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>""")
        + "</w:pPr>";

    // As Word saves text that was edited: cut in the middle of words, with proofing marks, bookmarks, a smart tag and a field.
    private static string Broken(Docx docx, string text)
    {
        var (third, two) = (text.Length / 3, text.Length * 2 / 3);
        return $"""<w:proofErr w:type="spellStart"/>{Run(docx, text[..third])}<w:bookmarkStart w:id="1" w:name="b"/><w:smartTag w:uri="x" w:element="place">{Run(docx, text[third..two])}</w:smartTag><w:bookmarkEnd w:id="1"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF b </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run(docx, text[two..])}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";
    }

    private static string Deleted(Docx docx, string? text) => text is null ? "" :
        $"""<w:del w:id="7" w:author="A" w:date="2026-01-05T08:00:00Z">{Run(docx, text, "w:delText")}</w:del>""";

    private static string Inserted(Docx docx, string? text) => text is null ? "" :
        $"""<w:ins w:id="8" w:author="A" w:date="2026-01-05T08:00:00Z">{Run(docx, text)}</w:ins>""";

    private static string Escaped(Docx docx, string text) => SecurityElement.Escape(docx.Letters(text));
}

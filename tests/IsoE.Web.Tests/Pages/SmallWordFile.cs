using System.IO.Compression;
using System.Text;

namespace IsoE.Web.Tests.Pages;

/// <summary>A procedure in Word with three steps in the usual five columns.</summary>
internal static class SmallWordFile
{
    private static readonly string[][] Rows =
    [
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
        ["1", "Kiểm tra hồ sơ thuê hội trường", "Chuyên viên", "4 giờ", "Phiếu kiểm tra"],
        ["2", "Ký văn bản", "Lãnh đạo UBND", "1/2 ngày", "Văn bản"],
        ["3", "Trả kết quả", "Cán bộ trả kết quả", "2 giờ", ""],
    ];

    public static byte[] Bytes(bool macros = false)
    {
        var kind = macros ? "ms-word.document.macroEnabled" : "openxmlformats-officedocument.wordprocessingml.document";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.{kind}.main+xml"/></Types>
                """);
            Part(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Part(zip, "word/document.xml", Document());
        }

        return stream.ToArray();
    }

    private static string Document()
    {
        var rows = Rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:tcPr><w:tcW w:w=\"1800\" w:type=\"dxa\"/></w:tcPr>{Paragraph(cell)}</w:tc>"))}</w:tr>");
        return $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{Paragraph("QUY TRÌNH")}{Paragraph("Cho thuê hội trường")}<w:tbl>{string.Concat(rows)}</w:tbl>{Paragraph("")}</w:body></w:document>";
    }

    private static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content.Trim());
    }
}

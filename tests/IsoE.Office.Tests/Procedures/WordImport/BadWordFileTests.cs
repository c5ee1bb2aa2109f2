using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IsoE.Office.Procedures.WordImport;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.WordImport;

public sealed class BadWordFileTests
{
    private static readonly byte[] CompoundHeader = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [TestCase("", "word-empty")]
    [TestCase("Các bước thực hiện", "word-not-word")]
    [TestCase("<html><body><table></table></body></html>", "word-not-word")]
    [TestCase(@"{\rtf1\ansi Quy tr\'ecnh}", "word-other-format")]
    [TestCase("%PDF-1.7", "word-other-format")]
    public void A_file_that_is_not_Word_is_refused_by_what_it_is(string content, string code) =>
        Assert.That(Refusal(Encoding.UTF8.GetBytes(content)).Code, Is.EqualTo(code));

    [Test]
    public void An_encrypted_file_is_told_from_an_old_one()
    {
        var encrypted = Refusal([.. CompoundHeader, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        var old = Refusal([.. CompoundHeader, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")]);

        Assert.That((encrypted.Code, old.Code), Is.EqualTo(("word-encrypted", "word-old-format")));
    }

    [Test]
    public void A_file_with_macros_is_refused()
    {
        var named = Changed(Document(), "[Content_Types].xml", xml => xml.Replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal));
        var hidden = new Docx().Table((string[])["a", "b"]).Part("vbaProject.bin", "application/vnd.ms-office.vbaProject", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x").ToBytes();

        Assert.That((Refusal(named).Code, Refusal(hidden).Code), Is.EqualTo(("word-macros", "word-macros")));
    }

    [Test]
    public void A_document_without_steps_says_which_table_is_needed()
    {
        var none = Refusal(new Docx().Text("Quy trình gồm ba bước.").ToBytes());
        var other = Refusal(new Docx().Table((string[])["TT", "Mã hiệu", "Tên biểu mẫu"], (string[])["1", "BM-01", "Phiếu"]).ToBytes());

        Assert.Multiple(() =>
        {
            Assert.That((none.Code, other.Code), Is.EqualTo(("word-no-steps", "word-no-steps")));
            Assert.That(none.Reason.Vi, Does.Contain("không có bảng nào").And.Contain("Trách nhiệm"));
            Assert.That(other.Reason.Vi, Does.Contain("Trong 1 bảng"));
        });
    }

    [Test]
    public void Other_packages_are_not_Word()
    {
        Assert.That(Refusal(Zip(("mimetype", "application/vnd.oasis.opendocument.text"))).Code, Is.EqualTo("word-other-format"));
        Assert.That(Refusal(Zip(("readme.txt", "x"))).Code, Is.AnyOf("word-not-word", "word-damaged"));
    }

    [Test]
    public void A_damaged_file_names_the_part_that_cannot_be_read()
    {
        var broken = Refusal(Changed(Document(), "word/document.xml", xml => xml[..^40]));
        var cut = Refusal(Document()[..^30]);

        Assert.That((broken.Code, cut.Code), Is.EqualTo(("word-damaged", "word-damaged")));
        Assert.That(broken.Reason.Vi, Does.Contain("word/document.xml"));
    }

    [Test]
    public void Markup_cannot_define_entities()
    {
        var bomb = Changed(Document(), "word/document.xml", xml => xml.Replace(
            "<w:document", "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document", StringComparison.Ordinal));

        Assert.That(Refusal(bomb).Code, Is.EqualTo("word-damaged"));
    }

    [Test]
    public void A_file_over_the_limit_is_refused_without_being_kept()
    {
        var refused = Refusal(new Endless(50L * 1024 * 1024), out var allocated);

        Assert.That(refused.Code, Is.EqualTo("word-too-large"));
        Assert.That(allocated, Is.LessThan(150 * 1024 * 1024));
    }

    [Test]
    public void A_file_that_unpacks_to_far_more_is_refused_early()
    {
        var bomb = Changed(Document(), "word/document.xml", xml => xml.Replace("<w:sectPr>", new string(' ', 25_000_000) + "<w:sectPr>", StringComparison.Ordinal));

        var refused = Refusal(new MemoryStream(bomb), out var allocated);

        Assert.That(refused.Code, Is.EqualTo("word-too-much"));
        Assert.That(allocated, Is.LessThan(100 * 1024 * 1024));
    }

    [Test]
    public void Thousands_of_entries_or_levels_are_refused()
    {
        var entries = Refusal(Zip([.. Enumerable.Range(0, 5000).Select(i => ($"word/media/{i}.bin", ""))]));
        var levels = Refusal(Changed(Document(), "word/document.xml", xml => xml.Replace(
            "<w:sectPr>", string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000)) + "<w:sectPr>", StringComparison.Ordinal)));
        var nested = Refusal(new Docx().Table(Enumerable.Range(0, 30).Aggregate(new Row("x"), (row, _) => new Row(new Cell(new Nested(row))))).ToBytes());

        Assert.That((entries.Code, levels.Code, nested.Code), Is.EqualTo(("word-too-much", "word-too-much", "word-too-much")));
    }

    [Test]
    public void Nothing_outside_the_file_is_ever_fetched()
    {
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)outside.LocalEndpoint).Port}/x";
        var docx = DocumentLayouts.SplitByPage.Of(GoldProcedures.Business).Docx
            .External("a1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", address)
            .External("a2", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", address)
            .External("a3", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk", address)
            .External("a4", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", "http://máy chủ/đường dẫn có dấu cách")
            .Raw("""<w:altChunk r:id="a3"/><w:p><w:hyperlink r:id="a4"><w:r><w:t>Xem thêm</w:t></w:r></w:hyperlink></w:p>""");

        var read = ReadWordProcedure.Run(new MemoryStream(docx.ToBytes()), []);

        Assert.Multiple(() =>
        {
            Assert.That(outside.Pending(), Is.False);
            Assert.That(read.Sheet.Steps, Has.Count.EqualTo(7));
            Assert.That(read.NotUnderstood.Select(n => n.Source.Text), Has.Some.Contains("Xem thêm").And.Some.Contains("altChunk"));
        });
    }

    private static byte[] Document() => Layouts.Plain.Of(GoldProcedures.Business).Docx.ToBytes();

    private static RejectedException Refusal(byte[] file) => Refusal(new MemoryStream(file), out _);

    private static RejectedException Refusal(Stream file, out long allocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<RejectedException>(() => ReadWordProcedure.Run(file, []))!;
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That((refused.Reason.Vi, refused.Reason.En), Is.Not.EqualTo((refused.Reason.En, refused.Reason.Vi)));
        return refused;
    }

    private static byte[] Changed(byte[] docx, string part, Func<string, string> change)
    {
        using var memory = new MemoryStream();
        memory.Write(docx);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) xml = reader.ReadToEnd();
            zip.GetEntry(part)!.Delete();
            Docx.Add(zip, part, change(xml));
        }
        return memory.ToArray();
    }

    private static byte[] Zip(params IEnumerable<(string Name, string Text)> entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries) Docx.Add(zip, name, text);
        return memory.ToArray();
    }

    /// <summary>A file of that many bytes that nobody has to hold.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long given;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, length - given);
            given += now;
            return now;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => given; set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

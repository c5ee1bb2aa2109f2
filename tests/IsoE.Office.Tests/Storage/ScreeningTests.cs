using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Storage;

/// <summary>Files that harm are refused with a sentence; those that only look like it are kept. One office for all of it.</summary>
public sealed class ScreeningTests
{
    private const string Harmless = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";

    private TestOffice _office = null!;
    private AttachmentStore _store = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(DatabaseKind.Sqlite, TestFacts.Configure);
        _store = _office.Get<AttachmentStore>();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [TestCase("<</S/JavaScript/JS(app.alert(1))>>", "file-active")]
    [TestCase("<</S /J#61va#53cript /JS 5 0 R>>", "file-active")]
    [TestCase("<</S/Launch/F(cmd.exe)>>", "file-active")]
    [TestCase("trailer<</Encrypt 9 0 R>>", "file-locked")]
    [TestCase("(JavaScript is a language) /JavaScripts", null)]
    public async Task Pdf(string content, string? code) =>
        Assert.That(await Refusal(Encoding.Latin1.GetBytes(Harmless + content + "\n"), "giay-to.pdf"), Is.EqualTo(code));

    [TestCase("<</S/JavaScript/JS(x)>>", "file-active")]
    [TestCase("<</Type/Page>>", null)]
    public async Task Compressed_objects_of_a_pdf_are_looked_into(string inside, string? code)
    {
        Assert.That(await Refusal(WithObjects("", inside), "giay-to.pdf"), Is.EqualTo(code));
        Assert.That(await Refusal(WithObjects("% stream\n", inside), "giay-to.pdf"), Is.EqualTo(code), "A comment hides nothing.");
    }

    [Test]
    public async Task A_pdf_whose_objects_unpack_without_end_is_cut_off() =>
        Assert.That(await Refusal(WithObjects("", new string(' ', 70 * 1024 * 1024)), "giay-to.pdf"), Is.EqualTo("file-bomb"));

    [TestCase(50_000, 50_000, "picture-too-large")]
    [TestCase(40_000, 10, "picture-too-large")]
    [TestCase(4_000, 3_000, null)]
    public async Task Pictures_are_measured_without_being_decoded(int width, int height, string? code)
    {
        Assert.That(await Refusal(Png(width, height), "anh.png"), Is.EqualTo(code));
        Assert.That(await Refusal(Jpeg(width, height), "anh.jpg"), Is.EqualTo(code));
    }

    [Test]
    public async Task A_picture_without_a_size_is_not_read() =>
        Assert.That(await Refusal([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9], "anh.jpg"), Is.EqualTo("file-unreadable"));

    [Test]
    public async Task Packed_files()
    {
        Assert.That(await Refusal(Zip(("word/document.xml", "<w/>")), "don.docx"), Is.Null);
        Assert.That(await Refusal(Zip(("anything.txt", "x")), "don.docx"), Is.EqualTo("file-type"), "Not a Word file.");
        Assert.That(await Refusal(Zip(("word/document.xml", "x"), ("word/vbaProject.bin", "x")), "don.docx"), Is.EqualTo("file-active"));
        Assert.That(await Refusal(Zip(("setup.exe", "MZ")), "ban-ve.zip"), Is.EqualTo("file-active"));
        Assert.That(await Refusal(Zip(("more.zip", "PK")), "ban-ve.zip"), Is.EqualTo("file-bomb"));
        Assert.That(await Refusal(Zip(("zeros.txt", new string('0', 310 * 1024 * 1024))), "ban-ve.zip"), Is.EqualTo("file-bomb"));
        Assert.That(await Refusal([.. "PK\x03\x04"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "ban-ve.zip"), Is.EqualTo("file-unreadable"));
    }

    [TestCase("hoa-don.exe.pdf", "file-name")]
    [TestCase("hoa-don.pdf.js", "file-type")]
    [TestCase("Nguyễn.Văn.A.pdf", null)]
    public async Task Names(string name, string? code) => Assert.That(await Refusal(Encoding.ASCII.GetBytes(Harmless), name), Is.EqualTo(code));

    [Test]
    public async Task A_name_that_shows_another_ending_than_it_has_is_shown_as_it_is()
    {
        var stored = await _store.Store(new MemoryStream(Encoding.ASCII.GetBytes(Harmless)), "C:\\tmp\\gia\u0301y\u202Efdp.pdf", default);
        Assert.That(stored.Name, Is.EqualTo("giáyfdp.pdf"));
    }

    [Test]
    public async Task A_file_comes_in_pieces_goes_on_after_a_break_and_is_checked_at_its_end()
    {
        using var scope = _office.Enter();
        var uploads = scope.ServiceProvider.GetRequiredService<Uploads>();
        var bytes = Encoding.ASCII.GetBytes(Harmless);
        var upload = await uploads.Begin(TestOffice.Agency, "draft", "request", "don.pdf", bytes.Length, default);

        Assert.That(await uploads.Append(upload, 0, new MemoryStream(bytes, 0, 10), default), Is.EqualTo(10));
        var wrong = await Assert.ThrowsAsync<RejectedException>(() => uploads.Append(upload, 4, new MemoryStream(bytes, 4, 10), default));
        Assert.That((wrong!.Code, uploads.Offset(upload)), Is.EqualTo(("upload-offset", 10L)));
        await uploads.Append(upload, 10, new MemoryStream(bytes, 10, bytes.Length - 10), default);

        var sent = (await uploads.Of("draft", default)).Single();
        Assert.That((sent.Stored!.Name, sent.Stored.ContentType, sent.Component), Is.EqualTo(("don.pdf", "application/pdf", "request")));
        await _office.Get<AttachmentCleanup>().Run(default);
        await using var kept = _store.Open(sent.Sha256!);
        Assert.That(kept.Length, Is.EqualTo(bytes.Length), "The clean-up leaves what a draft needs.");
    }

    [Test]
    public async Task More_than_was_announced_is_not_read_and_ten_gigabytes_are_refused_before_they_come()
    {
        using var scope = _office.Enter();
        var uploads = scope.ServiceProvider.GetRequiredService<Uploads>();
        var refusal = await Assert.ThrowsAsync<RejectedException>(() => uploads.Begin(TestOffice.Agency, "flood", null, "phim.pdf", 10L << 30, default));
        Assert.That(refusal!.Code, Is.EqualTo("file-too-large"));

        var upload = await uploads.Begin(TestOffice.Agency, "flood", null, "don.pdf", 1000, default);
        var endless = new Endless();
        await Assert.ThrowsAsync<RejectedException>(() => uploads.Append(upload, 0, endless, default));
        Assert.That(endless.Taken, Is.LessThan(1_000_000));
    }

    private async Task<string?> Refusal(byte[] bytes, string name)
    {
        try
        {
            await _store.Store(new MemoryStream(bytes), name, default);
            return null;
        }
        catch (RejectedException rejected)
        {
            Assert.That(rejected.Reason.Vi, Is.Not.Empty);
            return rejected.Code;
        }
    }

    private static byte[] WithObjects(string before, string inside)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(inside));
        return
        [
            .. Encoding.Latin1.GetBytes($"{Harmless}7 0 obj\n<</Type/ObjStm {before}/Filter/FlateDecode/N 1/First 4/Length {packed.Length}>>\nstream\r\n"),
            .. packed.ToArray(),
            .. "\nendstream\nendobj\n"u8,
        ];
    }

    private static byte[] Png(int width, int height)
    {
        var head = new byte[33];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 }.CopyTo(head, 0);
        "IHDR"u8.CopyTo(head.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }

    private static byte[] Jpeg(int width, int height)
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(13), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(15), (ushort)width);
        return bytes;
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.ASCII.GetBytes(content));
            }

        return bytes.ToArray();
    }

    private sealed class Endless : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Taken += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Whether a package can be opened without harm: entries, sizes once unpacked, depth of its markup.</summary>
/// <remarks>
/// The directory of a ZIP may lie, so every part of markup is unpacked and walked once, up to the limits, before a
/// library that builds trees of it sees it. Pictures and other content are never unpacked.
/// </remarks>
internal static class PackageBounds
{
    /// <summary>Characters of one part of markup.</summary>
    public const int LongestPart = 20_000_000;

    private const int MostEntries = 4_000;
    private const int LongestDirectory = 1_000_000;
    private const int DeepestMarkup = 400;
    private const long LongestMarkup = 60_000_000;

    /// <exception cref="Workflows.RejectedException">The package is damaged, or larger unpacked than anything an office writes.</exception>
    public static void Check(MemoryStream file)
    {
        CheckDirectory(file);
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries) throw WordRejections.TooMuch();
            if (zip.GetEntry("mimetype") is not null) throw WordRejections.OtherFormat("OpenDocument");
            var left = LongestMarkup;
            foreach (var part in zip.Entries.Where(IsMarkup)) left -= Walk(part, left);
        }
        catch (InvalidDataException damage)
        {
            throw WordRejections.Damaged(damage.Message);
        }
    }

    // The entries are listed at the end of the file; a long list is refused before it is read.
    private static void CheckDirectory(MemoryStream file)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        var end = bytes.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || bytes.Length - end < 22) throw WordRejections.Damaged("ZIP");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        if (start > end) throw WordRejections.Damaged("ZIP");
        if (end - start > LongestDirectory) throw WordRejections.TooMuch();
    }

    private static bool IsMarkup(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static long Walk(ZipArchiveEntry part, long allowed)
    {
        using var stream = new CountedStream(part.Open(), Math.Min(allowed, LongestPart));
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (reader.Read())
                if (reader.Depth > DeepestMarkup) throw WordRejections.TooMuch();
        }
        catch (XmlException damage)
        {
            throw WordRejections.Damaged($"{part.FullName}: {damage.Message}");
        }
        return stream.Count;
    }

    /// <summary>Gives at most so many bytes of another stream; one more is refused.</summary>
    private sealed class CountedStream(Stream inner, long allowed) : Stream
    {
        public long Count { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return Count > allowed ? throw WordRejections.TooMuch() : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

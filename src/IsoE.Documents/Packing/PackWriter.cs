using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Packing;

/// <summary>Adds files to a PDF/A-3 and one signature over every byte of the result.</summary>
/// <remarks>
/// <para>The typeset document stays as it is; the files follow as an incremental update (ISO 32000-2, 7.5.6) with a new
/// catalogue that lists them by name and as associated files (ISO 19005-3, 6.8).</para>
/// <para>The signature stands in a comment between the trailer and <c>startxref</c>, as 128 hexadecimal digits after
/// <see cref="Mark"/>: ECDSA on P-256 with SHA-256, r and s, over all bytes of the file but those digits.</para>
/// </remarks>
public sealed class PackWriter(Stream output, byte[] pdf, DateTimeOffset at)
{
    /// <summary>Stands before the signature.</summary>
    public const string Mark = "%IsoE-pack-signature ";

    /// <summary>Digits of a signature.</summary>
    public const int SignatureDigits = 128;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<long> _offsets = [];
    private readonly List<(string Name, int Specification)> _files = [];
    private readonly PdfFile _file = PdfFile.Open(pdf);
    private long _length;

    /// <summary>Writes the typeset document. To be called first.</summary>
    public void Begin()
    {
        Write(pdf);
        Write("\n");
    }

    /// <summary>Adds a file.</summary>
    /// <returns>SHA-256 and number of its bytes.</returns>
    public async Task<(string Sha256, long Size)> Add(EmbeddedFile file, CancellationToken cancel)
    {
        using var packed = new MemoryStream();
        var (sha256, size) = await Pack(file, packed, cancel);
        var stream = BeginObject();
        Write($"<< /Type /EmbeddedFile /Subtype /{file.MediaType.Replace("/", "#2F", StringComparison.Ordinal)} /Params << /Size {size} /ModDate {Date(at)} >> /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
        Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Write("\nendstream\nendobj\n");
        var specification = BeginObject();
        Write($"<< /Type /Filespec /F ({file.Name}) /UF ({file.Name}) /AFRelationship /Data /Desc {Hex(file.Description)} /EF << /F {stream} 0 R /UF {stream} 0 R >> >>\nendobj\n");
        _files.Add((file.Name, specification));
        return (sha256, size);
    }

    /// <summary>Writes the new catalogue and the signature, which ends the file.</summary>
    /// <param name="sign">Signs a SHA-256 hash: r and s, 64 bytes together.</param>
    public void End(Func<byte[], byte[]> sign)
    {
        var catalogue = _length;
        var sorted = _files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(' ', sorted.Select(file => $"({file.Name}) {file.Specification} 0 R"));
        var associated = string.Join(' ', sorted.Select(file => $"{file.Specification} 0 R"));
        Write($"{_file.Root.Number} 0 obj\n{Open(_file.Catalog)}\n/Names << /EmbeddedFiles << /Names [{names}] >> >>\n/AF [{associated}]\n>>\nendobj\n");
        var table = _length;
        Write($"xref\n{_file.Root.Number} 1\n{Entry(catalogue)}{_file.Size} {_offsets.Count}\n{string.Concat(_offsets.Select(Entry))}");
        Write($"trailer\n{Open(_file.Trailer.With("Size", PdfOutput.Number(_file.Size + _offsets.Count)))}\n/Prev {_file.StartXref}\n>>\n{Mark}");
        var end = Encoding.ASCII.GetBytes($"\nstartxref\n{table}\n%%EOF\n");
        _hash.AppendData(end);
        output.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(sign(_hash.GetHashAndReset()))));
        output.Write(end);
    }

    private static async Task<(string Sha256, long Size)> Pack(EmbeddedFile file, MemoryStream packed, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await using var bytes = await file.Open(cancel);
        await using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var buffer = new byte[80 * 1024];
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancel)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                deflate.Write(buffer, 0, read);
                size += read;
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private int BeginObject()
    {
        var number = _file.Size + _offsets.Count;
        _offsets.Add(_length);
        Write($"{number} 0 obj\n");
        return number;
    }

    private void Write(string text) => Write(Encoding.ASCII.GetBytes(text));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        output.Write(bytes);
        _length += bytes.Length;
    }

    /// <summary>The dictionary without its end, so that more can be added.</summary>
    private static string Open(PdfDictionary dictionary) => PdfOutput.Text(dictionary)[..^2];

    private static string Entry(long offset) => string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n\r\n");

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    /// <summary>A text string in UTF-16, which every reader shows rightly.</summary>
    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace IsoE.Verifier;

/// <summary>Finds the files that a pack embeds, in the bytes of the PDF itself.</summary>
/// <remarks>
/// Not a reader for any PDF: it reads what packs are written as, and refuses the rest. Nothing it returns is to be
/// trusted before the signature over the whole file has been checked.
/// </remarks>
public sealed partial class PdfFile
{
    /// <summary>No file of a pack is larger when unpacked; more would be an attack on memory.</summary>
    private const long MostUnpacked = 512L << 20;

    private const string Mark = "%IsoE-pack-signature ";
    private const int SignatureDigits = 128;

    private readonly byte[] _bytes;
    private readonly string _text;

    /// <exception cref="DamagedException">It is no PDF, or its table of objects cannot be read.</exception>
    public PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        // Latin-1 keeps every byte as one character, so places in the text are places in the file.
        _text = Encoding.Latin1.GetString(bytes);
        if (!_text.StartsWith("%PDF-1.", StringComparison.Ordinal)) throw new DamagedException("tệp không phải là PDF", "the file is not a PDF");
    }

    /// <summary>The signature at the end of the file, and the bytes it is said to cover: all but its own digits.</summary>
    /// <exception cref="DamagedException">There is none.</exception>
    public (byte[] Before, byte[] After, byte[] Value) Signature()
    {
        var mark = _text.LastIndexOf(Mark, StringComparison.Ordinal);
        var start = mark + Mark.Length;
        if (mark < 0 || start + SignatureDigits > _text.Length) throw new DamagedException("tệp không có chữ ký của gói bằng chứng", "the file has no signature of a pack");
        var digits = _text.Substring(start, SignatureDigits);
        if (!digits.All(char.IsAsciiHexDigitLower)) throw new DamagedException("chữ ký của gói đã bị hỏng", "the signature of the pack is damaged");
        var after = _text[(start + SignatureDigits)..];
        if (!Ending().IsMatch(after)) throw new DamagedException("có nội dung lạ sau phần cuối của gói", "something stands behind the end of the pack");
        return (_bytes[..start], _bytes[(start + SignatureDigits)..], Convert.FromHexString(digits));
    }

    /// <summary>The embedded files by name.</summary>
    /// <exception cref="DamagedException">The list of files, or a file, cannot be read.</exception>
    public IReadOnlyDictionary<string, byte[]> Files()
    {
        var table = Table(Number(StartXref().Match(_text, Math.Max(0, _text.LastIndexOf("startxref", StringComparison.Ordinal)))));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var catalogue = Body(table, table.Root);
        var names = Names().Match(catalogue);
        if (!names.Success) throw new DamagedException("tệp không đính kèm tệp nào", "the file embeds no files");
        foreach (Match name in Name().Matches(names.Groups[1].Value))
        {
            var specification = Body(table, Number(name.Groups[2].Value));
            var stream = Stream().Match(specification);
            if (!stream.Success) throw new DamagedException($"tệp đính kèm {name.Groups[1].Value} không có nội dung", $"the embedded file {name.Groups[1].Value} has no content");
            if (!files.TryAdd(name.Groups[1].Value, Unpack(table, Number(stream.Groups[1].Value), name.Groups[1].Value)))
                throw new DamagedException($"có hai tệp đính kèm cùng tên {name.Groups[1].Value}", $"two embedded files are called {name.Groups[1].Value}");
        }

        return files;
    }

    /// <summary>Where each object of the last update begins, and which one is the catalogue.</summary>
    private Objects Table(int start)
    {
        var offsets = new Dictionary<int, int>();
        if (start >= _text.Length || string.CompareOrdinal(_text, start, "xref\n", 0, 5) != 0) throw new DamagedException("bảng đối tượng của tệp đã bị hỏng", "the table of objects is damaged");
        var place = start + 5;
        while (Section().Match(_text, place) is { Success: true } section && section.Index == place)
        {
            var (first, count) = (Number(section.Groups[1].Value), Number(section.Groups[2].Value));
            place += section.Length;
            if (count > (_text.Length - place) / EntryLength) throw new DamagedException("bảng đối tượng của tệp đã bị hỏng", "the table of objects is damaged");
            for (var i = 0; i < count; i++, place += EntryLength)
                offsets[first + i] = Number(_text.Substring(place, 10));
        }

        var root = Root().Match(_text, place);
        return root.Success ? new Objects(offsets, Number(root.Groups[1].Value)) : throw new DamagedException("phần cuối của tệp đã bị hỏng", "the end of the file is damaged");
    }

    private const int EntryLength = 20;

    /// <summary>The dictionary of an object, up to its stream or its end.</summary>
    private string Body(Objects table, int number)
    {
        var place = table.Offsets.GetValueOrDefault(number, int.MaxValue);
        var head = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n");
        if (place > _text.Length - head.Length || string.CompareOrdinal(_text, place, head, 0, head.Length) != 0)
            throw new DamagedException($"đối tượng {number} không ở chỗ mà bảng ghi", $"the object {number} is not where the table says");
        var end = _text.IndexOf("endobj", place, StringComparison.Ordinal);
        var stream = _text.IndexOf("stream\n", place, StringComparison.Ordinal);
        if (end < 0) throw new DamagedException($"đối tượng {number} không có phần cuối", $"the object {number} has no end");
        return _text[(place + head.Length)..(stream >= 0 && stream < end ? stream + "stream\n".Length : end)];
    }

    private byte[] Unpack(Objects table, int number, string name)
    {
        var body = Body(table, number);
        var length = Length().Match(body);
        var start = table.Offsets[number] + string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n").Length + body.Length;
        if (!length.Success || Number(length.Groups[1].Value) is var size && (size > _bytes.Length - start || !body.EndsWith("stream\n", StringComparison.Ordinal)))
            throw new DamagedException($"tệp đính kèm {name} đã bị hỏng", $"the embedded file {name} is damaged");
        try
        {
            using var packed = new ZLibStream(new MemoryStream(_bytes, start, Number(length.Groups[1].Value)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var buffer = new byte[80 * 1024];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostUnpacked) throw new DamagedException($"tệp đính kèm {name} quá lớn", $"the embedded file {name} is too large");
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new DamagedException($"tệp đính kèm {name} đã bị hỏng", $"the embedded file {name} is damaged");
        }
    }

    private static int Number(Match match) => match.Success
        ? Number(match.Groups[1].Value)
        : throw new DamagedException("phần cuối của tệp đã bị hỏng", "the end of the file is damaged");

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new DamagedException("một con số trong tệp đã bị hỏng", "a number in the file is damaged");

    private sealed record Objects(Dictionary<int, int> Offsets, int Root);

    [GeneratedRegex(@"startxref\n(\d{1,10})\n%%EOF", RegexOptions.CultureInvariant)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"\G\nstartxref\n\d{1,10}\n%%EOF\n\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\G(\d{1,9}) (\d{1,9})\n", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"/Root (\d{1,9}) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(@"/EmbeddedFiles << /Names \[([^\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\(([A-Za-z0-9._-]{1,200})\) (\d{1,9}) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"/EF << /F (\d{1,9}) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Length (\d{1,9}) >>\n", RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}

namespace IsoE.Documents.Signing.Objects;

/// <summary>A PDF file, or the part of one up to the end of a revision, whose objects are read as they are asked for.</summary>
/// <remarks>
/// A broken file is not repaired: what is signed is what stands there, and two readers that repair see two documents.
/// </remarks>
internal sealed class PdfFile
{
    private const int MostUnpacked = 64 << 20;
    private const int LongestTail = 1024;

    private readonly CrossReferences _references;
    private readonly Dictionary<int, PdfValue> _objects = [];
    private readonly Dictionary<int, IReadOnlyDictionary<int, PdfValue>> _objectStreams = [];
    private readonly HashSet<int> _reading = [];
    private long _unpacked;

    private PdfFile(ReadOnlyMemory<byte> bytes, CrossReferences references, long start, int end) =>
        (Bytes, _references, StartXref, End) = (bytes, references, start, end);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Where the newest cross-reference section stands.</summary>
    public long StartXref { get; }

    /// <summary>Where the mark of the end of the file ends; what follows is not part of it.</summary>
    public int End { get; }

    public PdfDictionary Trailer => _references.Trailer;

    public bool HasReferenceStream => _references.IsStream;

    public IReadOnlyDictionary<int, PdfEntry> Entries => _references.Entries;

    /// <summary>The smallest number that no object has.</summary>
    public int Size => Math.Max((int)Math.Min((Trailer.Raw("Size") as PdfToken)?.Integer ?? 0, int.MaxValue), _references.Entries.Keys.DefaultIfEmpty(0).Max() + 1);

    public PdfReference Root => Trailer.Raw("Root") as PdfReference ?? throw new PdfUnreadableException("The file has no catalogue.");

    public PdfDictionary Catalog => Dictionary(Root) ?? throw new PdfUnreadableException("The catalogue of the file is missing.");

    /// <exception cref="PdfUnreadableException">It is no PDF file, or it is broken.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, LongestTail)];
        if (head.IndexOf("%PDF-"u8) < 0) throw new PdfUnreadableException("The file does not begin as a PDF file does.");
        var mark = bytes.Span.LastIndexOf("startxref"u8);
        if (mark < 0) throw new PdfUnreadableException("The end of the file is missing.");
        var parser = new PdfParser(bytes, isFile: true) { Position = mark + "startxref".Length };
        var start = parser.Integer();
        var eof = bytes.Span[parser.Position..].IndexOf("%%EOF"u8);
        if (eof < 0) throw new PdfUnreadableException("The mark of the end of the file is missing.");
        return new PdfFile(bytes, CrossReferences.Read(bytes, start), start, parser.Position + eof + "%%EOF".Length);
    }

    /// <summary>The object of that number; null for one that is not there.</summary>
    public PdfValue? Get(int number)
    {
        if (_objects.TryGetValue(number, out var known)) return known;
        if (!_references.Entries.TryGetValue(number, out var entry) || entry.Kind == PdfEntryKind.Free) return null;
        if (!_reading.Add(number)) throw new PdfUnreadableException($"Object {number} needs itself to be read.");
        var value = entry.Kind == PdfEntryKind.InFile ? InFile(number, entry) : InStream((int)Math.Min(entry.Offset, int.MaxValue)).GetValueOrDefault(number);
        _reading.Remove(number);
        if (value is not null) _objects[number] = value;
        return value;
    }

    /// <summary>The value, a reference followed; null for none.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops > 20) throw new PdfUnreadableException("References go round in a circle.");
            value = Get(reference.Number);
        }

        return value is PdfToken { Text: "null" } ? null : value;
    }

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    public IReadOnlyList<PdfValue> Array(PdfValue? value) => (Resolve(value) as PdfArray)?.Items ?? [];

    /// <summary>Numbers of an array, such as a rectangle.</summary>
    public IReadOnlyList<double> Numbers(PdfValue? value) => [.. Array(value).Select(item => (Resolve(item) as PdfToken)?.Number ?? 0)];

    public byte[] Unpack(PdfStream stream)
    {
        var filter = Resolve(stream.Dictionary.Raw("Filter"));
        var parameters = Resolve(stream.Dictionary.Raw("DecodeParms"));
        if (filter is PdfArray { Items: [var only] }) (filter, parameters) = (Resolve(only), parameters is PdfArray { Items: [var one] } ? Resolve(one) : parameters);
        if (filter is PdfArray { Items.Count: > 1 }) throw new PdfUnreadableException("A stream is packed several times.");
        var bytes = PdfUnpacking.Unpack(stream, parameters as PdfDictionary, (filter as PdfName)?.Value, MostUnpacked);
        if ((_unpacked += bytes.Length) > 4L * MostUnpacked) throw new PdfUnreadableException("The file unpacks without end.");
        return bytes;
    }

    /// <summary>Reads <c>n g obj ... endobj</c> where the parser stands.</summary>
    /// <param name="length">Tells the length of a stream that is kept elsewhere; null when that cannot be followed.</param>
    public static (int Number, PdfValue Value) ReadObject(ReadOnlyMemory<byte> file, PdfParser parser, Func<PdfReference, long?>? length)
    {
        var number = (int)Math.Clamp(parser.Integer(), 0, int.MaxValue);
        parser.Integer();
        if (!parser.Skip("obj")) throw parser.Wrong("there is no object");
        var value = parser.Value();
        if (value is not PdfDictionary dictionary || !parser.Skip("stream")) return (number, value);
        var start = parser.Position;
        if (start < file.Length && file.Span[start] == '\r') start++;
        if (start < file.Length && file.Span[start] == '\n') start++;
        var told = dictionary.Raw("Length") switch { PdfToken token => token.Integer, PdfReference reference => length?.Invoke(reference), _ => null };
        if (told is not { } size || size < 0 || start + size > file.Length) throw parser.Wrong("a stream has no length");
        parser.Position = start + (int)size;
        return parser.Skip("endstream") ? (number, new PdfStream(dictionary, file.Slice(start, (int)size))) : throw parser.Wrong("a stream does not end where it says");
    }

    private PdfValue InFile(int number, PdfEntry entry)
    {
        if (entry.Offset >= Bytes.Length) throw new PdfUnreadableException($"Object {number} should stand outside the file.");
        var parser = new PdfParser(Bytes, isFile: true) { Position = (int)entry.Offset };
        var (found, value) = ReadObject(Bytes, parser, reference => (Resolve(reference) as PdfToken)?.Integer);
        return found == number ? value : throw new PdfUnreadableException($"At byte {entry.Offset}: object {number} is expected, and {found} stands there.");
    }

    /// <summary>The objects packed in an object stream (7.5.7).</summary>
    private IReadOnlyDictionary<int, PdfValue> InStream(int streamNumber)
    {
        if (_objectStreams.TryGetValue(streamNumber, out var known)) return known;
        if (Get(streamNumber) is not PdfStream { Dictionary: var dictionary } stream) throw new PdfUnreadableException($"The object stream {streamNumber} is missing.");
        var bytes = Unpack(stream);
        var count = (Resolve(dictionary.Raw("N")) as PdfToken)?.Integer ?? 0;
        var first = (Resolve(dictionary.Raw("First")) as PdfToken)?.Integer ?? 0;
        var parser = new PdfParser(bytes, isFile: false);
        var places = new List<(int Number, int Offset)>();
        for (var i = 0; i < count && parser.Position < first; i++)
            places.Add(((int)parser.Integer(), (int)Math.Clamp(first + parser.Integer(), 0, bytes.Length)));
        var values = new Dictionary<int, PdfValue>();
        foreach (var (number, offset) in places)
        {
            parser.Position = offset;
            values.TryAdd(number, parser.Value());
        }

        return _objectStreams[streamNumber] = values;
    }
}

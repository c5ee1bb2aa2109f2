namespace IsoE.Documents.Signing.Objects;

/// <summary>Where an object stands.</summary>
/// <param name="Offset">Place in the file; for an object in an object stream the number of that stream.</param>
/// <param name="Generation">Its generation; in an object stream its place there.</param>
internal readonly record struct PdfEntry(PdfEntryKind Kind, long Offset, int Generation);

internal enum PdfEntryKind
{
    Free,
    InFile,
    InStream,
}

/// <summary>All cross-reference sections of a file, the newest first (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
internal sealed class CrossReferences
{
    private const int MostObjects = 2_000_000;
    private const int MostSections = 2_000;
    private const int MostUnpacked = 64 << 20;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly HashSet<long> _seen = [];

    /// <summary>What the table just read says is free.</summary>
    private readonly List<(long Number, PdfEntry Entry)> _free = [];

    private CrossReferences(ReadOnlyMemory<byte> file) => _file = file;

    public Dictionary<int, PdfEntry> Entries { get; } = [];

    /// <summary>Of the newest section.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>The newest section is a stream, and so has the next to be.</summary>
    public bool IsStream { get; private set; }

    /// <exception cref="PdfUnreadableException">A section cannot be read.</exception>
    public static CrossReferences Read(ReadOnlyMemory<byte> file, long start)
    {
        var all = new CrossReferences(file);
        var next = new Queue<long>([start]);
        while (next.TryDequeue(out var offset))
        {
            var trailer = all.Section(offset);
            if (all._seen.Count == 1) all.Trailer = trailer;
            var free = all._free.ToList();
            all._free.Clear();
            // A hybrid file tells readers of streams more, before what older sections say; in its table the rest looks free (7.5.8.4).
            if (trailer.Raw("XRefStm") is PdfToken { Integer: { } hybrid }) all.Section(hybrid);
            foreach (var (number, entry) in free) all.Add(number, entry);
            if (trailer.Raw("Prev") is PdfToken { Integer: { } older }) next.Enqueue(older);
        }

        return all;
    }

    private PdfDictionary Section(long offset)
    {
        if (offset < 0 || offset >= _file.Length) throw new PdfUnreadableException($"A cross-reference section should stand at byte {offset}, outside the file.");
        if (!_seen.Add(offset) || _seen.Count > MostSections) throw new PdfUnreadableException("The cross-reference sections go round in a circle.");
        var parser = new PdfParser(_file, isFile: true) { Position = (int)offset };
        var isTable = parser.Skip("xref");
        if (_seen.Count == 1) IsStream = !isTable;
        return isTable ? Table(parser) : Packed(parser);
    }

    private PdfDictionary Table(PdfParser parser)
    {
        while (!parser.Skip("trailer"))
        {
            var (first, count) = (parser.Integer(), parser.Integer());
            for (var i = 0L; i < count; i++)
            {
                var (offset, generation) = (parser.Integer(), parser.Integer());
                var kind = parser.Word() switch { "n" => PdfEntryKind.InFile, "f" => PdfEntryKind.Free, _ => throw parser.Wrong("a cross-reference entry is neither in use nor free") };
                var entry = new PdfEntry(kind, offset, (int)Math.Clamp(generation, 0, 65535));
                if (kind == PdfEntryKind.Free) _free.Add((first + i, entry));
                else Add(first + i, entry);
            }
        }

        return parser.Value() as PdfDictionary ?? throw parser.Wrong("the trailer is no dictionary");
    }

    private PdfDictionary Packed(PdfParser parser)
    {
        if (PdfFile.ReadObject(_file, parser, length: null).Value is not PdfStream { Dictionary: var dictionary } stream || dictionary.Name("Type") != "XRef")
            throw parser.Wrong("there is no cross-reference section");
        var bytes = PdfUnpacking.Unpack(stream, dictionary.Raw("DecodeParms") as PdfDictionary, dictionary.Name("Filter"), MostUnpacked);
        var widths = Integers(dictionary.Raw("W"));
        if (widths is not [>= 0 and <= 8, > 0 and <= 8, >= 0 and <= 8]) throw parser.Wrong("the columns of a cross-reference stream are wrong");
        var size = (dictionary.Raw("Size") as PdfToken)?.Integer ?? 0;
        var index = dictionary.Raw("Index") is PdfArray given ? Integers(given) : [0, size];
        var at = 0;
        for (var pair = 0; pair + 1 < index.Count; pair += 2)
            for (var i = 0L; i < index[pair + 1] && at + widths.Sum() <= bytes.Length; i++)
            {
                var kind = widths[0] == 0 ? 1 : Take(bytes, ref at, widths[0]);
                var (second, third) = (Take(bytes, ref at, widths[1]), Take(bytes, ref at, widths[2]));
                if (kind is 0 or 1 or 2) Add(index[pair] + i, new PdfEntry((PdfEntryKind)kind, second, (int)Math.Clamp(third, 0, int.MaxValue)));
            }

        return dictionary;
    }

    /// <summary>What a newer section says goes before.</summary>
    private void Add(long number, PdfEntry entry)
    {
        if (number is < 0 or > 8_388_607 || Entries.Count >= MostObjects) throw new PdfUnreadableException("The cross-reference sections name too many objects.");
        Entries.TryAdd((int)number, entry);
    }

    private static long Take(byte[] bytes, ref int at, long width)
    {
        var number = 0L;
        for (var i = 0; i < width; i++) number = (number << 8) | bytes[at++];
        return number;
    }

    private static IReadOnlyList<long> Integers(PdfValue? array) =>
        array is PdfArray { Items: var items } ? [.. items.Select(item => (item as PdfToken)?.Integer ?? -1)] : [];
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IsoE.Documents.Signing.Objects;

/// <summary>An incremental update (ISO 32000-1, 7.5.6): the bytes of the file stay, changed and new objects follow them.</summary>
/// <remarks>The cross-reference section is of the kind that the file has already, table or stream.</remarks>
internal sealed class PdfUpdate(PdfFile file)
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private readonly Dictionary<int, PdfValue> _values = [];
    private int _size = file.Size;

    /// <summary>A number for a new object.</summary>
    public PdfReference Reserve() => new(_size++, 0);

    public PdfReference Add(PdfValue value)
    {
        var reference = Reserve();
        Put(reference, value);
        return reference;
    }

    public void Put(PdfReference reference, PdfValue value)
    {
        _values[reference.Number] = value;
        _objects[reference.Number] = PdfOutput.Bytes(value);
    }

    /// <summary>The value as this update leaves it, a reference followed.</summary>
    public PdfValue? Resolve(PdfValue? value) =>
        value is PdfReference reference && _values.TryGetValue(reference.Number, out var changed) ? changed : file.Resolve(value);

    /// <summary>The file with the update.</summary>
    /// <param name="offsets">Where the objects of the update stand.</param>
    public byte[] Write(out IReadOnlyDictionary<int, int> offsets)
    {
        using var output = new MemoryStream();
        output.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r')) output.WriteByte((byte)'\n');
        var places = new SortedDictionary<int, int>();
        foreach (var (number, bytes) in _objects)
        {
            places[number] = (int)output.Length;
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {GenerationOf(number)} obj\n")));
            output.Write(bytes);
            output.Write("\nendobj\n"u8);
        }

        offsets = new Dictionary<int, int>(places);
        var start = output.Length;
        if (file.HasReferenceStream) WriteStream(output, places);
        else WriteTable(output, places);
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
        return output.ToArray();
    }

    private int GenerationOf(int number) =>
        file.Entries.TryGetValue(number, out var entry) && entry.Kind == PdfEntryKind.InFile ? entry.Generation : 0;

    private void WriteTable(MemoryStream output, SortedDictionary<int, int> places)
    {
        var text = new StringBuilder("xref\n");
        foreach (var run in Runs([.. places.Keys]))
        {
            text.Append(CultureInfo.InvariantCulture, $"{run[0]} {run.Count}\n");
            foreach (var number in run) text.Append(CultureInfo.InvariantCulture, $"{places[number]:0000000000} {GenerationOf(number):00000} n\r\n");
        }

        text.Append("trailer\n").Append(PdfOutput.Text(Trailer(output))).Append('\n');
        output.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }

    private void WriteStream(MemoryStream output, SortedDictionary<int, int> places)
    {
        var own = _size++;
        places[own] = (int)output.Length;
        using var rows = new MemoryStream();
        foreach (var (number, place) in places)
        {
            var generation = GenerationOf(number);
            rows.Write([1, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)(generation >> 8), (byte)generation]);
        }

        var runs = Runs([.. places.Keys]);
        var dictionary = Trailer(output)
            .With("Type", new PdfName("XRef"))
            .With("W", PdfArray.OfNumbers(1, 4, 2))
            .With("Index", PdfArray.OfNumbers(runs.SelectMany(run => new double[] { run[0], run.Count })));
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{own} 0 obj\n")));
        output.Write(PdfOutput.Bytes(new PdfStream(dictionary, rows.ToArray())));
        output.Write("\nendobj\n"u8);
    }

    /// <summary>The first part of the file's identifier stays, the second tells this state from the one before (14.4).</summary>
    private PdfDictionary Trailer(MemoryStream soFar)
    {
        var state = new PdfString(SHA256.HashData(soFar.ToArray())[..16]);
        var first = file.Array(file.Trailer.Raw("ID")) is [var known, ..] ? known : state;
        var trailer = PdfDictionary.Empty
            .With("Size", PdfOutput.Number(_size))
            .With("Root", file.Root)
            .With("Prev", PdfOutput.Number(file.StartXref))
            .With("ID", new PdfArray([first, state]));
        return file.Trailer.Raw("Info") is { } info ? trailer.With("Info", info) : trailer;
    }

    private static List<List<int>> Runs(IReadOnlyList<int> numbers)
    {
        var runs = new List<List<int>>();
        foreach (var number in numbers)
            if (runs.Count > 0 && runs[^1][^1] == number - 1) runs[^1].Add(number);
            else runs.Add([number]);
        return runs;
    }
}

namespace IsoE.Documents.Signing.Objects;

/// <summary>An object of a PDF file (ISO 32000-1, 7.3).</summary>
internal abstract record PdfValue;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, as it is written.</summary>
internal sealed record PdfToken(string Text) : PdfValue
{
    public static PdfToken Null { get; } = new("null");

    public long? Integer => long.TryParse(Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public double? Number => double.TryParse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A name without its slash, escapes undone.</summary>
internal sealed record PdfName(string Value) : PdfValue;

/// <summary>A string of bytes.</summary>
/// <param name="Start">Where its first character, the bracket, stands in the file; -1 when it was not read from there.</param>
/// <param name="End">Where the character after its last bracket stands.</param>
internal sealed record PdfString(byte[] Bytes, int Start = -1, int End = -1) : PdfValue
{
    /// <summary>A text string (7.9.2.2): UTF-16 with its mark, otherwise Latin letters.</summary>
    public string Text => Bytes is [0xFE, 0xFF, ..]
        ? System.Text.Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)
        : Bytes is [0xEF, 0xBB, 0xBF, ..] ? System.Text.Encoding.UTF8.GetString(Bytes, 3, Bytes.Length - 3) : System.Text.Encoding.Latin1.GetString(Bytes);

    public static PdfString Of(string text) => new(text.All(char.IsAscii)
        ? System.Text.Encoding.ASCII.GetBytes(text)
        : [0xFE, 0xFF, .. System.Text.Encoding.BigEndianUnicode.GetBytes(text)]);
}

internal sealed record PdfReference(int Number, int Generation) : PdfValue;

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue
{
    public static PdfArray OfNumbers(params IEnumerable<double> numbers) => new([.. numbers.Select(PdfOutput.Number)]);
}

internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public static PdfDictionary Empty { get; } = new(new Dictionary<string, PdfValue>());

    /// <summary>The entry as it stands, a reference unresolved; null when there is none.</summary>
    public PdfValue? Raw(string key) => Entries.GetValueOrDefault(key);

    public string? Name(string key) => (Raw(key) as PdfName)?.Value;

    public PdfDictionary With(string key, PdfValue value) => new(new Dictionary<string, PdfValue>(Entries) { [key] = value });

    public PdfDictionary Without(params string[] keys) => new(Entries.Where(entry => !keys.Contains(entry.Key)).ToDictionary());
}

/// <param name="Raw">The bytes as they are kept, packed.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Raw) : PdfValue;

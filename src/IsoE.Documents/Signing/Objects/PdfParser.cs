using System.Globalization;
using System.Text;

namespace IsoE.Documents.Signing.Objects;

/// <summary>Reads objects out of bytes (ISO 32000-1, 7.2 and 7.3).</summary>
/// <param name="bytes">The file, or the unpacked bytes of an object stream.</param>
/// <param name="isFile">The bytes are the file itself: strings know their place.</param>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes, bool isFile)
{
    private const int DeepestNesting = 60;
    private const string Delimiters = "()<>[]{}/%";

    private int _depth;

    public int Position { get; set; }

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>The value that begins here.</summary>
    /// <exception cref="PdfUnreadableException">There is none.</exception>
    public PdfValue Value()
    {
        if (++_depth > DeepestNesting) throw Wrong("objects are nested too deeply");
        SkipSpace();
        var value = Peek() switch
        {
            '/' => Name(),
            '(' => Literal(),
            '[' => Array(),
            '<' when PeekAt(1) == '<' => Dictionary(),
            '<' => Hexadecimal(),
            -1 => throw Wrong("the file ends inside an object"),
            _ => TokenOrReference(),
        };
        _depth--;
        return value;
    }

    /// <summary>The word of regular characters that comes next; empty at a delimiter or the end.</summary>
    public string Word()
    {
        SkipSpace();
        var start = Position;
        while (Position < Bytes.Length && IsRegular(Bytes[Position])) Position++;
        return Encoding.Latin1.GetString(Bytes[start..Position]);
    }

    /// <summary>The whole number that comes next.</summary>
    public long Integer() => new PdfToken(Word()).Integer ?? throw Wrong("a whole number is missing");

    /// <summary>Goes past the word when it comes next.</summary>
    public bool Skip(string word)
    {
        var before = Position;
        if (Word() == word) return true;
        Position = before;
        return false;
    }

    public void SkipSpace()
    {
        for (; Position < Bytes.Length; Position++)
        {
            if (Bytes[Position] == '%')
                while (Position < Bytes.Length && Bytes[Position] is not ((byte)'\r' or (byte)'\n')) Position++;
            else if (!IsSpace(Bytes[Position])) return;
        }
    }

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public PdfUnreadableException Wrong(string what) => new($"At byte {Position}: {what}.");

    private static bool IsRegular(byte b) => !IsSpace(b) && !Delimiters.Contains((char)b, StringComparison.Ordinal);

    private int Peek() => PeekAt(0);

    private int PeekAt(int offset) => Position + offset < Bytes.Length ? Bytes[Position + offset] : -1;

    private PdfValue TokenOrReference()
    {
        var word = Word();
        if (word.Length == 0) throw Wrong("an object is missing");
        if (new PdfToken(word).Integer is not (>= 0 and <= int.MaxValue) || !char.IsAsciiDigit(word[0])) return new PdfToken(word);
        var after = Position;
        if (int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && Word() == "R"
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new PdfReference(number, generation);
        Position = after;
        return new PdfToken(word);
    }

    private PdfName Name()
    {
        Position++;
        var start = Position;
        while (Position < Bytes.Length && IsRegular(Bytes[Position])) Position++;
        var raw = Encoding.Latin1.GetString(Bytes[start..Position]);
        if (!raw.Contains('#', StringComparison.Ordinal)) return new PdfName(raw);
        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                name.Append((char)code);
                i += 2;
            }
            else name.Append(raw[i]);
        }

        return new PdfName(name.ToString());
    }

    private PdfArray Array()
    {
        Position++;
        var items = new List<PdfValue>();
        for (SkipSpace(); Peek() != ']'; SkipSpace())
            items.Add(Value());
        Position++;
        return new PdfArray(items);
    }

    private PdfDictionary Dictionary()
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>();
        for (SkipSpace(); Peek() != '>'; SkipSpace())
        {
            if (Peek() != '/') throw Wrong("a dictionary has no key here");
            var key = Name().Value;
            // Two values for one key are read one way here and another way there: nobody honest writes them.
            if (!entries.TryAdd(key, Value())) throw Wrong($"the key {key} stands twice in a dictionary");
        }

        if (PeekAt(1) != '>') throw Wrong("a dictionary does not end");
        Position += 2;
        return new PdfDictionary(entries);
    }

    private PdfString Hexadecimal()
    {
        var start = Position++;
        var length = Bytes[Position..].IndexOf((byte)'>');
        if (length < 0) throw Wrong("a string does not end");
        var digits = new StringBuilder(length + 1);
        foreach (var b in Bytes.Slice(Position, length))
            if (char.IsAsciiHexDigit((char)b)) digits.Append((char)b);
            else if (!IsSpace(b)) throw Wrong("a hexadecimal string has other characters");
        if (digits.Length % 2 == 1) digits.Append('0');
        Position += length + 1;
        return Placed(Convert.FromHexString(digits.ToString()), start);
    }

    private PdfString Literal()
    {
        var start = Position++;
        var text = new List<byte>();
        for (var open = 1; ; Position++)
        {
            var next = Peek();
            if (next < 0) throw Wrong("a string does not end");
            if (next == '\\') Escape(text);
            else if (next == ')' && --open == 0) break;
            else
            {
                if (next == '(') open++;
                text.Add((byte)next);
            }
        }

        Position++;
        return Placed([.. text], start);
    }

    private void Escape(List<byte> text)
    {
        Position++;
        var next = Peek();
        if (next is >= '0' and <= '7')
        {
            var code = 0;
            for (var digits = 0; digits < 3 && Peek() is >= '0' and <= '7'; digits++, Position++) code = (code * 8) + Peek() - '0';
            text.Add((byte)code);
            Position--;
        }
        else if (next == '\r' && PeekAt(1) == '\n') Position++;
        else if (next is not ('\r' or '\n'))
            text.Add(next switch { 'n' => 10, 'r' => 13, 't' => 9, 'b' => 8, 'f' => 12, _ => (byte)next });
    }

    private PdfString Placed(byte[] text, int start) => isFile ? new PdfString(text, start, Position) : new PdfString(text);
}

using System.Globalization;
using System.Text;

namespace IsoE.Workflows.Expressions;

/// <summary>Escapes in strings and templates: <c>\n</c>, <c>\x41</c>, <c>\u0041</c>, <c>\u{1F4C4}</c>, a line end.</summary>
internal static class Escapes
{
    /// <summary>Appends what the escape at <paramref name="at"/> means and returns the place after it.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static int Read(string source, int at, StringBuilder text)
    {
        if (at + 1 >= source.Length)
        {
            throw new RefusedException(at, Refusals.UnclosedString);
        }

        var letter = source[at + 1];
        switch (letter)
        {
            case 'x':
                return AppendHex(source, at, at + 2, 2, text);
            case 'u' when at + 2 < source.Length && source[at + 2] == '{':
                return AppendCodePoint(source, at, text);
            case 'u':
                return AppendHex(source, at, at + 2, 4, text);
            case '\r':
                return at + 2 < source.Length && source[at + 2] == '\n' ? at + 3 : at + 2;
            case '\n' or '\u2028' or '\u2029':
                return at + 2;
            case '0' when at + 2 >= source.Length || !char.IsAsciiDigit(source[at + 2]):
                text.Append('\0');
                return at + 2;
            case >= '0' and <= '9':
                throw new RefusedException(at, Refusals.Escape);
            default:
                text.Append(Simple(letter));
                return at + 2;
        }
    }

    private static char Simple(char letter) => letter switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        _ => letter,
    };

    private static int AppendHex(string source, int start, int from, int count, StringBuilder text)
    {
        var digits = from + count <= source.Length ? source.AsSpan(from, count) : default;
        if (digits.Length == 0
            || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw new RefusedException(start, Refusals.Escape);
        }

        text.Append((char)unit);
        return from + count;
    }

    private static int AppendCodePoint(string source, int start, StringBuilder text)
    {
        var end = source.IndexOf('}', start);
        var digits = end < 0 ? "" : source[(start + 3)..end].TrimStart('0');
        var empty = end <= start + 3;
        var point = 0;
        if (empty || digits.Length > 6
            || (digits.Length > 0
                && !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out point))
            || point > 0x10FFFF)
        {
            throw new RefusedException(start, Refusals.Escape);
        }

        if (point < 0x10000)
        {
            text.Append((char)point);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(point));
        }

        return end + 1;
    }
}

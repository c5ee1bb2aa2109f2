using System.Globalization;

namespace IsoE.Workflows.Expressions;

/// <summary>JavaScript's numbers as text and back, free of culture.</summary>
internal static class Numbers
{
    /// <summary>The number in JavaScript's own spelling: <c>1e+21</c>, <c>0.1</c>, <c>NaN</c>.</summary>
    public static string ToText(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return "0";
        }

        var (digits, point) = ShortestDigits(Math.Abs(number));
        return (number < 0 ? "-" : "") + Spell(digits, point);
    }

    /// <summary>What <c>Number(text)</c> gives: 0 for blank text, NaN for anything that is not one number.</summary>
    public static double Parse(string text)
    {
        var trimmed = Characters.Trim(text);
        if (trimmed.Length == 0)
        {
            return 0;
        }

        var radix = trimmed.Length > 2 && trimmed[0] == '0' ? RadixOf(trimmed[1]) : 0;
        if (radix != 0)
        {
            var digits = trimmed[2..];
            return digits.All(c => DigitValue(c) < radix) ? ParseDigits(digits, radix) : double.NaN;
        }

        return DecimalPrefix(trimmed) == trimmed.Length ? ParseDecimal(trimmed) : double.NaN;
    }

    /// <summary>What <c>parseFloat</c> gives: the longest start of the text that is a number.</summary>
    public static double ParseFloat(string text)
    {
        var trimmed = Characters.Trim(text);
        var length = DecimalPrefix(trimmed);
        return length == 0 ? double.NaN : ParseDecimal(trimmed[..length]);
    }

    /// <summary>What <c>parseInt</c> gives; <paramref name="radix"/> 0 means 10, or 16 after <c>0x</c>.</summary>
    public static double ParseInt(string text, int radix)
    {
        var trimmed = Characters.Trim(text);
        var negative = trimmed.StartsWith('-');
        var rest = negative || trimmed.StartsWith('+') ? trimmed[1..] : trimmed;
        if (radix is 0 or 16 && rest.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            (rest, radix) = (rest[2..], 16);
        }

        radix = radix == 0 ? 10 : radix;
        if (radix is < 2 or > 36)
        {
            return double.NaN;
        }

        var digits = new string([.. rest.TakeWhile(c => DigitValue(c) < radix)]);
        var value = digits.Length == 0 ? double.NaN : ParseDigits(digits, radix);
        return negative ? -value : value;
    }

    /// <summary>The place in an array that a field name means (<c>"12"</c>, never <c>"012"</c>), or null.</summary>
    public static long? ArrayIndex(string name)
    {
        var plain = name.Length is > 0 and <= 10 && name.All(char.IsAsciiDigit) && (name[0] != '0' || name.Length == 1);
        return plain && long.Parse(name, CultureInfo.InvariantCulture) is var index && index < uint.MaxValue
            ? index
            : null;
    }

    public static double ParseDigits(string digits, int radix) =>
        radix == 10 ? ParseDecimal(digits) : ParseExactly(digits, radix);

    public static int DigitValue(char c) =>
        char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : int.MaxValue;

    public static int RadixOf(char letter) => (letter | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };

    // The conversion from a whole number of any length rounds once, to the nearest even, as JavaScript does.
    private static double ParseExactly(string digits, int radix)
    {
        var whole = System.Numerics.BigInteger.Zero;
        foreach (var digit in digits.Length > 400 ? digits.TrimStart('0') : digits)
        {
            whole = (whole * radix) + DigitValue(digit);
        }

        return ParseDecimal(whole.ToString(CultureInfo.InvariantCulture));
    }

    private static double ParseDecimal(string text) =>
        text.TrimStart('+', '-') == "Infinity"
            ? text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Length of the decimal number the text starts with; 0 for none.</summary>
    private static int DecimalPrefix(string text)
    {
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text.AsSpan(start).StartsWith("Infinity", StringComparison.Ordinal))
        {
            return start + "Infinity".Length;
        }

        var whole = SkipDigits(text, start);
        var end = whole < text.Length && text[whole] == '.' ? SkipDigits(text, whole + 1) : whole;
        var hasDigits = whole > start || end > whole + 1;
        return hasDigits ? SkipExponent(text, end) : 0;
    }

    private static int SkipExponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return at;
        }

        var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        var end = SkipDigits(text, digits);
        return end > digits ? end : at;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The fewest digits that mean this number, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) ShortestDigits(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var parts = shortest.Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? at : digits.Length;
        var exponent = parts.Length > 1
            ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : 0;
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), point + exponent - leadingZeros);
    }

    private static string Spell(string digits, int point)
    {
        if (point is > 0 and <= 21)
        {
            return digits.Length <= point
                ? digits.PadRight(point, '0')
                : $"{digits[..point]}.{digits[point..]}";
        }

        if (point is > -6 and <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        var exponent = point - 1;
        var sign = exponent < 0 ? '-' : '+';
        var fraction = digits.Length == 1 ? "" : "." + digits[1..];
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent)}");
    }
}

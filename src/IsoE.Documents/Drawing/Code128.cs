using System.Globalization;
using System.Text;

namespace IsoE.Documents.Drawing;

/// <summary>Code 128 bar codes as SVG, in code set B with runs of digits in code set C.</summary>
public static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToB = 100;
    private const int ToC = 99;
    private const int QuietModules = 10;
    private const int Height = 40;

    // Widths of bar, space, bar, space, bar, space of the symbols 0 to 105, from ISO/IEC 15417.
    private const string Widths =
        "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221" +
        "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321" +
        "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131" +
        "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114" +
        "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141" +
        "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232";

    private const string Stop = "2331112";

    /// <summary>An SVG 40 units high with a quiet zone of 10 units at both ends; one unit is the narrowest bar.</summary>
    /// <exception cref="ArgumentException">The text is empty or has characters outside printable ASCII.</exception>
    public static string Svg(string text)
    {
        var path = new StringBuilder();
        var x = QuietModules;
        foreach (var widths in Symbols(text).Select(s => Widths.Substring(s * 6, 6)).Append(Stop))
        {
            for (var i = 0; i < widths.Length; i++)
            {
                var width = widths[i] - '0';
                if (i % 2 == 0)
                    path.Append(CultureInfo.InvariantCulture, $"M{x} 0h{width}v{Height}h-{width}z");
                x += width;
            }
        }
        x += QuietModules;
        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {x} {Height}" width="{x}" height="{Height}" role="img"><title>{Drawing.Svg.Escape(text)}</title><rect width="{x}" height="{Height}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }

    /// <summary>Start, data and check symbols.</summary>
    internal static IReadOnlyList<int> Symbols(string text)
    {
        if (text.Length == 0 || text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException($"'{text}' cannot be a bar code: it takes printable ASCII only.", nameof(text));
        var symbols = new List<int>();
        var digitsSet = DigitsAt(text, 0) >= 4;
        symbols.Add(digitsSet ? StartC : StartB);
        for (var at = 0; at < text.Length;)
        {
            var wantDigits = DigitsAt(text, at) is var digits && (digitsSet ? digits >= 2 : digits >= 4 && digits % 2 == 0);
            if (wantDigits != digitsSet)
            {
                symbols.Add(wantDigits ? ToC : ToB);
                digitsSet = wantDigits;
            }
            symbols.Add(digitsSet ? int.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture) : text[at] - ' ');
            at += digitsSet ? 2 : 1;
        }
        symbols.Add(symbols.Select((value, i) => value * Math.Max(i, 1)).Sum() % 103);
        return symbols;
    }

    private static int DigitsAt(string text, int at) => text.Skip(at).TakeWhile(char.IsAsciiDigit).Count();
}

using System.Text;
using IsoE.Workflows;

namespace IsoE.Office.Messages.Templates;

/// <summary>Text as one SMS carries it: 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038), Vietnamese without diacritics.</summary>
public static class SmsText
{
    /// <summary>What one SMS holds.</summary>
    public const int Longest = 160;

    private const string Cut = "...";

    /// <summary>Printable ASCII is in the alphabet but for the backtick; these take two places.</summary>
    private const string Double = "[]{}\\^~|";

    private static readonly Dictionary<char, string> Typed = new()
    {
        ['‘'] = "'",
        ['’'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['–'] = "-",
        ['—'] = "-",
        ['−'] = "-",
        ['…'] = Cut,
        ['•'] = "-",
        ['`'] = "'",
        ['\u00a0'] = " ",
        ['\u202f'] = " ",
        ['×'] = "x",
        ['²'] = "2",
        ['³'] = "3",
        ['₫'] = "d",
    };

    /// <summary>The text without diacritics, in one line, with nothing that a telephone could not show.</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in VietnameseText.Plain(VietnameseText.Compose(text)))
            result.Append(Typed.GetValueOrDefault(letter) ?? (IsGsm7(letter) ? letter.ToString() : char.IsWhiteSpace(letter) ? " " : "?"));
        return string.Join(' ', result.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool IsGsm7(string text) => text.All(IsGsm7);

    /// <summary>Places the text takes.</summary>
    public static int Length(string text) => text.Sum(letter => Double.Contains(letter, StringComparison.Ordinal) ? 2 : 1);

    /// <summary>The beginning of the text that fits, never ending inside a word; three dots say that there was more.</summary>
    /// <remarks>A single word that does not fit is left out as a whole.</remarks>
    public static string Fit(string text, int places)
    {
        if (Length(text) <= places) return text;
        var fitting = "";
        foreach (var word in text.Split(' '))
        {
            var longer = fitting.Length == 0 ? word : $"{fitting} {word}";
            if (Length(longer) + Cut.Length > places) break;
            fitting = longer;
        }
        return fitting.Length == 0 ? "" : fitting.TrimEnd(',', ';', ':', '-', '(') + Cut;
    }

    private static bool IsGsm7(char letter) => letter is >= ' ' and <= '~' and not '`';
}

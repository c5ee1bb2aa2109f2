using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Office.Messages.Templates;

namespace IsoE.Office.Messages.Inbound;

/// <summary>What somebody wants to know or have by SMS.</summary>
public enum SmsWish
{
    /// <summary>Nothing that is understood.</summary>
    Unknown,

    /// <summary>Where a dossier stands.</summary>
    Dossier,

    /// <summary>How to write.</summary>
    Help,

    /// <summary>No more messages.</summary>
    Stop,

    /// <summary>Messages again.</summary>
    Resume,
}

/// <summary>A dossier code that may be meant, and the agency it leads to.</summary>
public readonly record struct CodeCandidate(string AgencyId, string Code);

/// <summary>An SMS as it was understood.</summary>
/// <param name="Codes">The codes that may be meant; empty unless a dossier is asked for.</param>
public sealed partial record SmsQuestion(SmsWish Wish, IReadOnlyList<CodeCandidate> Codes)
{
    private const int DateDigits = 6;

    private static readonly string[] HelpWords = ["HD", "HUONGDAN", "HELP"];
    private static readonly string[] StopWords = ["HUY", "TUCHOI", "STOP"];
    private static readonly string[] ResumeWords = ["NHAN", "DK"];

    /// <summary>
    /// Reads <c>HS code</c>, <c>HD</c>, <c>HUY</c> and <c>NHAN</c>. Case, diacritics, blanks, stops and dashes do not matter:
    /// a code that was typed in one piece is tried in every way in which it can be one.
    /// </summary>
    public static SmsQuestion Read(string text)
    {
        var key = new string([.. SmsText.Plain(text).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        if (HelpWords.Contains(key)) return new(SmsWish.Help, []);
        if (StopWords.Contains(key)) return new(SmsWish.Stop, []);
        if (ResumeWords.Contains(key)) return new(SmsWish.Resume, []);
        var asked = Asked().Match(key);
        return asked.Success
            ? new(SmsWish.Dossier, [.. CodesOf(asked.Groups["letter"].Value, asked.Groups["digits"].Value)])
            : new(key.StartsWith("HS", StringComparison.Ordinal) ? SmsWish.Dossier : SmsWish.Unknown, []);
    }

    /// <summary>Agency, day and number can follow each other only where the middle is a day of the calendar.</summary>
    private static IEnumerable<CodeCandidate> CodesOf(string letter, string digits)
    {
        for (var length = 4; length <= 7; length++)
        {
            var agencyDigits = digits.Length - DateDigits - length;
            if (agencyDigits < 2) continue;
            var day = digits.Substring(agencyDigits, DateDigits);
            if (!DateOnly.TryParseExact(day, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) continue;
            foreach (var groups in Groups(digits[2..agencyDigits], 3))
            {
                var agency = string.Join('.', groups.Prepend(letter + digits[..2]));
                yield return new(agency, $"{agency}-{day}-{digits[^length..]}");
            }
        }
    }

    /// <summary>All ways to part digits into at most so many groups of two or three.</summary>
    private static IEnumerable<IReadOnlyList<string>> Groups(string digits, int most)
    {
        if (digits.Length == 0) return [[]];
        if (most == 0) return [];
        return Enumerable.Range(2, 2).Where(size => size <= digits.Length)
            .SelectMany(size => Groups(digits[size..], most - 1).Select(rest => (IReadOnlyList<string>)[digits[..size], .. rest]));
    }

    [GeneratedRegex(@"\A(?:HS|HOSO|MA|MAHOSO)*(?<letter>[A-Z])(?<digits>\d{12,24})\z")]
    private static partial Regex Asked();
}

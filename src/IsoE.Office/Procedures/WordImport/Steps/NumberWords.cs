using System.Text.RegularExpressions;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Turns numbers in words and fractions of one sign into digits, in plain text before a unit of time.</summary>
internal static partial class NumberWords
{
    private static readonly string[] Ones = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];

    public static string AsDigits(string plain)
    {
        var text = Fractions().Replace(plain, match => match.Value switch
        {
            "½" => Spaced(match) + "1/2",
            "¼" => Spaced(match) + "1/4",
            "¾" => Spaced(match) + "3/4",
            _ => match.Value,
        });
        text = Half().Replace(text, "1/2 $1");
        return Words().Replace(text, match => Value(match.Groups[1].Value) is { } value ? $"{value} {match.Groups[2].Value}" : match.Value);
    }

    // "1½" is one and a half, not eleven halves.
    private static string Spaced(Match match) => match.Index > 0 && char.IsAsciiDigit(match.Result("$`")[^1]) ? " " : "";

    private static int? Value(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int? value = null;
        foreach (var part in parts)
        {
            value = part switch
            {
                "muoi" => (value ?? 1) * 10,
                "lam" => (value ?? 0) + 5,
                _ when Array.IndexOf(Ones, part) is > 0 and var one => (value ?? 0) + one,
                _ => null,
            };
            if (value is null) return null;
        }
        return value;
    }

    [GeneratedRegex("[½¼¾]")]
    private static partial Regex Fractions();

    [GeneratedRegex(@"\bnua\s+(ngay|gio|buoi)")]
    private static partial Regex Half();

    [GeneratedRegex(@"\b((?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|lam)(?:\s+(?:mot|hai|ba|bon|nam|lam|sau|bay|tam|chin|muoi))*)\s+(\(?\s*(?:ngay|gio|phut|tuan|thang|buoi|tieng))")]
    private static partial Regex Words();
}

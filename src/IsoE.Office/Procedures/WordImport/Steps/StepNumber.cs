using System.Text.RegularExpressions;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>The number of a step as documents write it: "1", "01.", "B3", "Bước 4:", "2.1", "(5)".</summary>
internal static partial class StepNumber
{
    /// <summary>The number when the text is nothing but one; null otherwise.</summary>
    public static string? Of(string text) => Alone().Match(PlainWords.Of(text)) is { Success: true } match ? Trimmed(match.Groups[1].Value) : null;

    /// <summary>Cuts the number off the beginning of a title.</summary>
    /// <returns>An empty label when the text does not begin with one.</returns>
    public static (string Label, string Text) Cut(string text)
    {
        var match = Before().Match(text);
        return match.Success ? (Trimmed(match.Groups[1].Value), text[match.Length..].Trim()) : ("", text);
    }

    /// <summary>Whether the text begins with the word for a step and its number.</summary>
    public static bool BeginsStep(string text) => StepBefore().IsMatch(text);

    /// <summary>The whole number at the beginning of a label; null for letters.</summary>
    public static int? WholeOf(string label) => BranchReader.NumberOf(new string([.. label.TakeWhile(char.IsAsciiDigit)]));

    private static string Trimmed(string number) => number.TrimStart('0') is { Length: > 0 } rest ? rest : number;

    [GeneratedRegex(@"^(?:buoc|b)?\s*(?:so|thu)?\s*[.:]?\s*\(?(\d{1,2}(?:\.\d{1,2})*[a-d]?)\)?\s*[.:)/\-]*$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\s*(?:bước\s*(?:số\s*)?|b)(\d{1,2}(?:\.\d{1,2})*)\s*[.:)/\-–]*\s*|^\s*(\d{1,2}(?:\.\d{1,2})*)\s*[.):/]\s*(?=\D)", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s*(?:bước\s*(?:số\s*)?|b)\d{1,2}(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex StepBefore();
}

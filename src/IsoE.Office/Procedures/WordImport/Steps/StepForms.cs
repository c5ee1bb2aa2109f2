using System.Text.RegularExpressions;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Reads forms and results: the number of each, and its name.</summary>
internal static partial class StepForms
{
    /// <summary>The forms of one line.</summary>
    public static IEnumerable<StepForm> Read(string line) =>
        line.Split(';').Select(PlainWords.WithoutBullet).Select(text => text.Trim(' ', '.', ',')).Where(text => text.Length > 0 && !Nothing().IsMatch(text)).Select(Of);

    private static StepForm Of(string text)
    {
        var match = Number().Match(text);
        if (!match.Success) return new StepForm("", text, text);
        var code = match.Value.Trim();
        var name = text.Remove(match.Index, match.Length).Replace("()", "", StringComparison.Ordinal).Trim(' ', '-', '–', ':', ',', '.', '(', ')');
        return new StepForm(code, name.Length > 0 ? name : code, text);
    }

    [GeneratedRegex(@"\b(?:BM|MB|QT|PL)[-. ]?(?:[A-ZĐ0-9]+[-./])*[A-ZĐ0-9]*\d[A-Z0-9]*(?:[-./][A-ZĐ0-9]+)*|\bMẫu(?: số)? \d+[A-Za-z]?(?:[-/.][A-ZĐ0-9]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-–/\s]*(?:không|không có|x)?[-–/\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();
}

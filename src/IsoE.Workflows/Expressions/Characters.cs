using System.Globalization;

namespace IsoE.Workflows.Expressions;

/// <summary>Which characters JavaScript takes as space and as part of a name.</summary>
internal static class Characters
{
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool IsSpace(char c) =>
        c is '\t' or '\v' or '\f' or ' ' or '\u00a0' or '\ufeff'
        || IsLineEnd(c)
        || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    public static bool StartsName(char c) => c is '$' or '_' || char.IsLetter(c);

    public static bool ContinuesName(char c) =>
        StartsName(c) || char.IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }
}

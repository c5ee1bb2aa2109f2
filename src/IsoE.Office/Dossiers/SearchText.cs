using System.Globalization;
using System.Text;

namespace IsoE.Office.Dossiers;

/// <summary>Vietnamese text as it is searched: without diacritics, in small letters, single blanks.</summary>
public static class SearchText
{
    /// <summary>"Nguyễn Thị  Đào" becomes "nguyen thi dao".</summary>
    public static string Of(params string?[] parts)
    {
        var text = new StringBuilder();
        foreach (var character in string.Join(' ', parts.Where(part => part is not null)).Normalize(NormalizationForm.FormD))
            Append(text, character);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, char character)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) return;
        if (char.IsWhiteSpace(character))
        {
            if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            return;
        }

        text.Append(character is 'Đ' or 'đ' ? 'd' : char.ToLowerInvariant(character));
    }
}

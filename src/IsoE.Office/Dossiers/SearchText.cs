using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>Vietnamese text as it is searched: without diacritics, in small letters, single blanks.</summary>
public static class SearchText
{
    /// <summary>"Nguyễn Thị  Đào" becomes "nguyen thi dao".</summary>
    public static string Of(params string?[] parts)
    {
        var plain = VietnameseText.Plain(string.Join(' ', parts.Where(part => part is not null))).ToLowerInvariant();
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

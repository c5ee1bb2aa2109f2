using System.Text;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>How the letters of a text are stored.</summary>
internal enum LegacyCode
{
    /// <summary>Unicode.</summary>
    None,

    /// <summary>TCVN 5712 (ABC), fonts named .VnTime and the like.</summary>
    Tcvn3,

    /// <summary>The same in a font whose small letters look like capitals (.VnTimeH).</summary>
    Tcvn3Capitals,

    /// <summary>VNI for Windows, fonts named VNI-Times and the like.</summary>
    Vni,
}

/// <summary>Recognises and converts Vietnamese of the time before Unicode.</summary>
internal static class LegacyText
{
    private const string Tcvn3Letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
    private const string Tcvn3Codes = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§";

    /// <summary>Signs that Unicode Vietnamese never has inside words and TCVN3 has all the time.</summary>
    private const string Tcvn3Signs = "µ¶·¸¹¨»¼½¾Æ©®ª«¬×ß÷øþÞ§\u00AD";

    private const string VniMarks = "øùûõïâàáåãäêèéúüë";

    /// <summary>Letters only Unicode Vietnamese has.</summary>
    private static bool IsVietnamese(char c) => c is (>= '\u1EA0' and <= '\u1EF9') or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ă' or 'Ă'
        or '\u0300' or '\u0301' or '\u0309' or '\u0303' or '\u0323';

    public static LegacyCode CodeOfFont(string? font) => font switch
    {
        null => LegacyCode.None,
        _ when font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) =>
            font.EndsWith('H') ? LegacyCode.Tcvn3Capitals : LegacyCode.Tcvn3,
        _ when font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) => LegacyCode.Vni,
        _ => LegacyCode.None,
    };

    /// <summary>The code a whole text seems to be in when its font does not tell.</summary>
    public static LegacyCode Guess(string text)
    {
        var (letters, vietnamese, tcvn3, vni) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetter(c)) letters++;
            if (IsVietnamese(c)) vietnamese++;
            else if (Tcvn3Signs.Contains(c, StringComparison.Ordinal) && i > 0 && char.IsLetter(text[i - 1])) tcvn3++;
            if (i > 0 && "aeouy".Contains(char.ToLowerInvariant(text[i - 1]), StringComparison.Ordinal) && "øùûõï".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) vni++;
        }
        if (letters < 40 || vietnamese * 50 > letters) return LegacyCode.None;
        if (vni * 25 > letters && vni >= tcvn3) return LegacyCode.Vni;
        return tcvn3 * 25 > letters ? LegacyCode.Tcvn3 : LegacyCode.None;
    }

    /// <summary>What a short text typed in an old code was meant to say; null for one that is as it should be.</summary>
    /// <remarks>One sign of TCVN3 beside letters is enough: no name has it. Letters of VNI occur in foreign names, so two are asked for.</remarks>
    public static string? Meant(string text)
    {
        if (text.Any(IsVietnamese)) return null;
        var signs = text.Where((c, i) => Tcvn3Signs.Contains(c, StringComparison.Ordinal) && c is not '§' && i > 0 && char.IsLetter(text[i - 1])).Count();
        if (signs > 0) return Decode(text, LegacyCode.Tcvn3);
        var pairs = text.Where((c, i) => i > 0 && IsVniOnly(text[i - 1], c)).Count();
        return pairs >= 2 ? Decode(text, LegacyCode.Vni) : null;
    }

    /// <summary>A vowel and its mark as VNI writes them, where Unicode Vietnamese never has the two side by side.</summary>
    private static bool IsVniOnly(char letter, char mark) => char.ToLowerInvariant(letter) switch
    {
        'a' or 'e' => VniMarks.Contains(char.ToLowerInvariant(mark), StringComparison.Ordinal),
        'o' or 'u' or 'y' or 'ö' => "øùûõïäåë".Contains(char.ToLowerInvariant(mark), StringComparison.Ordinal),
        'ô' => "øùûõï".Contains(char.ToLowerInvariant(mark), StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The text in Unicode.</summary>
    public static string Decode(string text, LegacyCode code) => code switch
    {
        LegacyCode.Tcvn3 => Tcvn3(text),
        LegacyCode.Tcvn3Capitals => Tcvn3(text).ToUpperInvariant(),
        LegacyCode.Vni => Vni(text),
        _ => text.Replace("\u00AD", "", StringComparison.Ordinal),
    };

    private static string Tcvn3(string text) => string.Concat(text.Select(c =>
    {
        // Fonts of the symbol kind keep their signs in the private area.
        var sign = c is >= '\uF000' and <= '\uF0FF' ? (char)(c - 0xF000) : c;
        var i = Tcvn3Codes.IndexOf(sign, StringComparison.Ordinal);
        return i >= 0 ? Tcvn3Letters[i] : sign;
    }));

    private static string Vni(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && VniPair(text[i], text[i + 1]) is { } letter)
            {
                result.Append(letter);
                i++;
            }
            else result.Append(VniSingle(text[i]));
        }
        return result.ToString();
    }

    private static char? VniPair(char letter, char mark)
    {
        var at = VniMarks.IndexOf(char.ToLowerInvariant(mark), StringComparison.Ordinal);
        if (at < 0) return null;
        var row = char.ToLowerInvariant(letter) switch
        {
            'a' => "àáảãạâầấẩẫậăằắẳẵặ",
            'e' => "èéẻẽẹêềếểễệ",
            'o' => "òóỏõọôồốổỗộ",
            'u' => "ùúủũụ",
            'y' => "ỳýỷỹ",
            'ô' => "ờớởỡợ",
            'ö' => "ừứửữự",
            _ => "",
        };
        return at >= row.Length ? null : char.IsUpper(letter) ? char.ToUpperInvariant(row[at]) : row[at];
    }

    private static char VniSingle(char c) => c switch
    {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        _ => c,
    };
}

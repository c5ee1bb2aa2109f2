using System.Text;
using IsoE.Workflows;

namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>Stores Vietnamese the old ways.</summary>
internal static class LegacyLetters
{
    private const string Letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
    private const string Tcvn3Codes =
        "\u00B5\u00B6\u00B7\u00B8\u00B9\u00A8\u00BB\u00BC\u00BD\u00BE\u00C6\u00A9\u00C7\u00C8\u00C9\u00CA\u00CB\u00AE\u00CC\u00CE\u00CF\u00D0\u00D1\u00AA\u00D2\u00D3\u00D4\u00D5\u00D6"
        + "\u00D7\u00D8\u00DC\u00DD\u00DE\u00DF\u00E1\u00E2\u00E3\u00E4\u00AB\u00E5\u00E6\u00E7\u00E8\u00E9\u00AC\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00AD\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE"
        + "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7";

    private static readonly Dictionary<string, string> Vni = VniTable();

    /// <summary>Capital letters with tone are written in lower case, as people did who had one font only.</summary>
    public static string Tcvn3(string text) => string.Concat(text.Select(c =>
        Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Tcvn3Codes[i]
        : Letters.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) is >= 0 and var j ? Tcvn3Codes[j]
        : c));

    public static string VniWindows(string text) => string.Concat(text.Select(c => Vni.GetValueOrDefault(c.ToString(), c.ToString())));

    /// <summary>Letters and their marks apart (NFD).</summary>
    public static string Apart(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text) result.Append(Decomposition.GetValueOrDefault(c) ?? c.ToString());
        return result.ToString();
    }

    private static readonly Dictionary<char, string> Decomposition = (
        from letter in "aeiouyAEIOUY"
        from shape in new[] { "", "\u0302", "\u0306", "\u031B" }
        from tone in new[] { "", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323" }
        let apart = letter + shape + tone
        let composed = VietnameseText.Compose(apart)
        where composed.Length == 1 && apart.Length > 1
        select (composed[0], apart)).ToDictionary(pair => pair.Item1, pair => pair.apart);

    private static Dictionary<string, string> VniTable()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["đ"] = "ñ",
            ["Đ"] = "Ñ",
            ["ì"] = "ì",
            ["í"] = "í",
            ["ỉ"] = "æ",
            ["ĩ"] = "ó",
            ["ị"] = "ò",
            ["ỵ"] = "î",
            ["Ì"] = "Ì",
            ["Í"] = "Í",
            ["Ỉ"] = "Æ",
            ["Ĩ"] = "Ó",
            ["Ị"] = "Ò",
            ["Ỵ"] = "Î",
        };
        Add(table, "aàáảãạ", "a", "", "øùûõï");
        Add(table, "âầấẩẫậ", "a", "â", "àáåãä");
        Add(table, "ăằắẳẵặ", "a", "ê", "èéúüë");
        Add(table, "eèéẻẽẹ", "e", "", "øùûõï");
        Add(table, "êềếểễệ", "e", "â", "àáåãä");
        Add(table, "oòóỏõọ", "o", "", "øùûõï");
        Add(table, "ôồốổỗộ", "o", "â", "àáåãä");
        Add(table, "ơờớởỡợ", "ô", "", "øùûõï");
        Add(table, "uùúủũụ", "u", "", "øùûõï");
        Add(table, "ưừứửữự", "ö", "", "øùûõï");
        Add(table, "yỳýỷỹ", "y", "", "øùûõ");
        return table;
    }

    private static void Add(Dictionary<string, string> table, string row, string letter, string plain, string tones)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var written = letter + (i == 0 ? plain : tones[i - 1].ToString());
            if (written == row[i].ToString()) continue;
            table[row[i].ToString()] = written;
            table[row[i].ToString().ToUpperInvariant()] = written.ToUpperInvariant();
        }
    }
}

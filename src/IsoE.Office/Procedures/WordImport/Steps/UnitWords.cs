using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>A unit of the agency, to which a name in the document may be matched.</summary>
public sealed record KnownUnit(string Code, Text Name);

/// <summary>Finds the unit in the words for who acts, and which of the agency's it is.</summary>
internal sealed partial class UnitWords(IReadOnlyList<KnownUnit> units)
{
    private static readonly (Regex Short, string Full)[] Abbreviations =
    [
        (HdndUbnd(), "Văn phòng HĐND và UBND"),
        (EconomyInfrastructure(), "Kinh tế, Hạ tầng và Đô thị"),
        (Economy(), "Kinh tế"),
        (Culture(), "Văn hóa - Xã hội"),
        (Justice(), "Tư pháp - Hộ tịch"),
        (Environment(), "Tài nguyên và Môi trường"),
        (Labour(), "Lao động - Thương binh và Xã hội"),
        (Interior(), "Nội vụ"),
        (Urban(), "Quản lý đô thị"),
        (Finance(), "Tài chính - Kế hoạch"),
        (Office(), "Văn phòng"),
        (Centre(), "Trung tâm Phục vụ hành chính công"),
    ];

    /// <summary>The unit named in a person's words, written out; empty when none is named.</summary>
    public static string Of(string person)
    {
        var match = UnitStart().Match(person);
        return match.Success ? WrittenOut(match.Value.Trim(' ', '.', ',', ';', ':', '-', ')')) : "";
    }

    /// <summary>Code of the agency's unit meant; null when it cannot be told.</summary>
    public string? CodeOf(string unit)
    {
        var words = Significant(unit);
        if (words.Count == 0) return null;
        var best = units.Select(known => (known.Code, Share: Share(words, Significant(known.Name.Vi)))).Where(match => match.Share >= 0.6)
            .OrderByDescending(match => match.Share).ToList();
        return best.Count == 1 || (best.Count > 1 && best[0].Share > best[1].Share) ? best[0].Code : null;
    }

    private static string WrittenOut(string unit)
    {
        foreach (var (abbreviation, full) in Abbreviations)
        {
            if (!abbreviation.IsMatch(unit)) continue;
            var written = abbreviation.Replace(unit, full);
            return char.ToUpperInvariant(written[0]) + written[1..];
        }
        return char.ToUpperInvariant(unit[0]) + unit[1..];
    }

    /// <summary>Words of the shorter name that stand in the longer.</summary>
    private static double Share(HashSet<string> one, HashSet<string> other) =>
        other.Count == 0 ? 0 : (double)one.Intersect(other).Count() / Math.Max(one.Count, Math.Min(other.Count, one.Count + 1));

    private static HashSet<string> Significant(string name) =>
        [.. PlainWords.Of(name).Split([' ', ',', '-', '/', '&', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("phong" or "va" or "cua" or "bo" or "phan" or "ban" or "ubnd" or "xa" or "phuong"))];

    [GeneratedRegex(@"(?<!\p{L}|cơ |ủy |uỷ )(?:phòng|văn phòng|bộ phận|trung tâm|chi nhánh|chi cục|ban(?! hành| giám| lãnh)|tổ(?! chức| trưởng)|sở|ttpvhcc|tthcc|vp)(?=\s|$|\.)(?:(?!\s(?:tại|thuộc|phụ trách|chuyển|phê duyệt)\s)[^;/(\n])*", RegexOptions.IgnoreCase)]
    private static partial Regex UnitStart();

    [GeneratedRegex(@"(?:văn phòng|vp)\s+HĐND[- ,&và]*UBND", RegexOptions.IgnoreCase)]
    private static partial Regex HdndUbnd();

    [GeneratedRegex(@"(?<=\s)(?:KT[,-]? ?HT ?(?:&|và|-)? ?ĐT|KTHTĐT|KT-HT&ĐT)\b")]
    private static partial Regex EconomyInfrastructure();

    [GeneratedRegex(@"(?<=\s)KT\b(?!\.)")]
    private static partial Regex Economy();

    [GeneratedRegex(@"(?<=\s)(?:VH ?[-&]? ?XH|VHXH)\b")]
    private static partial Regex Culture();

    [GeneratedRegex(@"(?<=\s)(?:TP ?- ?HT|TPHT)\b")]
    private static partial Regex Justice();

    [GeneratedRegex(@"(?<=\s)(?:TN ?(?:&|và|-)? ?MT|TNMT)\b")]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?<=\s)(?:LĐ ?[-,]? ?TB ?(?:&|và|-)? ?XH|LĐTBXH|LĐTB&XH)\b")]
    private static partial Regex Labour();

    [GeneratedRegex(@"(?<=\s)NV\b")]
    private static partial Regex Interior();

    [GeneratedRegex(@"(?<=\s)(?:QLĐT|QLDT)\b")]
    private static partial Regex Urban();

    [GeneratedRegex(@"(?<=\s)(?:TC ?- ?KH|TCKH)\b")]
    private static partial Regex Finance();

    [GeneratedRegex(@"^VP(?=\s|$)")]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?:TTPVHCC|TTHCC|TT PVHCC)\b")]
    private static partial Regex Centre();
}

using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>A section of an ISO procedure document (DOMAIN 3.1).</summary>
internal enum SectionKind
{
    Purpose, Scope, References, Definitions, Content, LegalBasis, Components, Sets, Limit, Place, Fee, Steps, Conditions, Forms, Records, Result, Other,
}

/// <summary>A heading, and what stands behind its colon.</summary>
internal sealed record SectionHeading(SectionKind Kind, string Title, string Inline);

/// <summary>Recognises the headings of sections by their words; numbers differ from agency to agency.</summary>
internal static partial class SectionWords
{
    private const int LongestHeading = 110;

    private static readonly (SectionKind Kind, Regex Words)[] Known =
    [
        (SectionKind.Purpose, PurposeWords()),
        (SectionKind.Scope, ScopeWords()),
        (SectionKind.References, ReferenceWords()),
        (SectionKind.Definitions, DefinitionWords()),
        (SectionKind.LegalBasis, LegalWords()),
        (SectionKind.Components, ComponentWords()),
        (SectionKind.Sets, SetWords()),
        (SectionKind.Limit, LimitWords()),
        (SectionKind.Place, PlaceWords()),
        (SectionKind.Fee, FeeWords()),
        (SectionKind.Steps, StepWords()),
        (SectionKind.Conditions, ConditionWords()),
        (SectionKind.Forms, FormWords()),
        (SectionKind.Records, RecordWords()),
        (SectionKind.Result, ResultWords()),
        (SectionKind.Content, ContentWords()),
    ];

    /// <summary>The heading in a line of the text; null when it is none.</summary>
    /// <param name="isHeading">The line has the style of a heading, so that unknown words are one too.</param>
    public static SectionHeading? Of(string text, bool isHeading)
    {
        var number = Number().Match(text);
        var rest = text[number.Length..].Trim();
        var (title, inline) = rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (rest[..colon].Trim(), rest[(colon + 1)..].Trim())
            : (rest.TrimEnd('.', ' '), "");
        if (title.Length is 0 or > LongestHeading) return null;
        var plain = PlainWords.Bare(title);
        var marked = number.Success || isHeading || !title.Any(char.IsLower);
        foreach (var (kind, words) in Known)
            if (words.Match(plain) is { Success: true } match && (marked || match.Length == plain.Length)) return new SectionHeading(kind, title, inline);
        return isHeading && inline.Length == 0 ? new SectionHeading(SectionKind.Other, title, "") : null;
    }

    /// <summary>The heading in a row of a table: its number in the first cell and words in the next, or one cell over all columns.</summary>
    public static SectionHeading? OfRow(WordRow row)
    {
        var filled = row.Filled;
        if (filled.Count == 0 || filled.Any(cell => cell.IsMergedUp)) return null;
        var last = row.Cells[^1].End;
        if (filled is [var only] && only.Span == last - row.Cells[0].Start && row.Cells.Count == 1)
            return Number().IsMatch(only.Text) ? Strict(only.Text) : null;
        if (!RowNumber().IsMatch(filled[0].Seen.Trim()) || filled.Count < 2 || filled[1].Text.Length == 0) return null;
        var wide = filled[1].Span >= 2 || row.Cells.Count == 2;
        return wide && (filled.Count == 2 || filled.Skip(2).All(cell => cell.Text.Length <= 30)) ? Strict($"{filled[0].Seen} {filled[1].Text}") : null;
    }

    private static SectionHeading? Strict(string text) => Of(text, false) is { Kind: not SectionKind.Other } heading ? heading : null;

    [GeneratedRegex(@"^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zA-Z])\s*[.)/:\-]?\s+(?=\S)|^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s*[.)/:\-]\s*(?=\S)|^\s*(?:Mục|Phần)\s+\d+[.:]?\s*")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]?$")]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^muc dich(?: cua quy trinh| ban hanh)?")]
    private static partial Regex PurposeWords();

    [GeneratedRegex(@"^pham vi(?: ap dung| dieu chinh)?(?: va doi tuong ap dung)?|^doi tuong ap dung")]
    private static partial Regex ScopeWords();

    [GeneratedRegex(@"^tai lieu (?:vien dan|tham khao|lien quan)|^cac tai lieu vien dan|^vien dan")]
    private static partial Regex ReferenceWords();

    [GeneratedRegex(@"^(?:thuat ngu|dinh nghia|giai thich tu ngu|chu viet tat|tu viet tat|khai niem)(?:[ ,/\-]*(?:va )?(?:dinh nghia|thuat ngu|chu viet tat|tu viet tat|viet tat))*")]
    private static partial Regex DefinitionWords();

    [GeneratedRegex(@"^(?:co so|can cu) phap ly(?: cua (?:quy trinh|tthc|thu tuc hanh chinh))?|^van ban phap ly|^can cu thuc hien")]
    private static partial Regex LegalWords();

    [GeneratedRegex(@"^thanh phan(?:[ ,]+so luong)? ho so(?:[ ,]+so luong)?(?: gom| bao gom)?")]
    private static partial Regex ComponentWords();

    [GeneratedRegex(@"^so (?:luong|bo) (?:bo )?ho so")]
    private static partial Regex SetWords();

    [GeneratedRegex(@"^(?:tong )?(?:thoi gian|thoi han) (?:xu ly|giai quyet|thuc hien)(?: ho so| cong viec| tthc| thu tuc hanh chinh)?")]
    private static partial Regex LimitWords();

    [GeneratedRegex(@"^(?:noi|dia diem|dia chi) (?:tiep nhan|nop|nhan)(?: ho so)?(?: va (?:tra|nhan) ket qua)?|^noi tiep nhan")]
    private static partial Regex PlaceWords();

    [GeneratedRegex(@"^(?:muc )?(?:le )?phi(?:[ ,/]+(?:va )?(?:le )?phi)*(?: \(neu co\))?")]
    private static partial Regex FeeWords();

    [GeneratedRegex(@"^(?:luu do )?(?:noi dung )?(?:quy trinh|trinh tu|cac buoc|dien giai)(?: xu ly| thuc hien| giai quyet| cong viec| noi bo| tthc| ho so| thu tuc hanh chinh)*$|^quy trinh (?:xu ly|thuc hien|giai quyet|noi bo)")]
    private static partial Regex StepWords();

    [GeneratedRegex(@"^(?:cac )?(?:yeu cau|dieu kien|luu y)(?:[ ,/\-]*(?:va )?(?:dieu kien|yeu cau|luu y))*(?: thuc hien)?(?: thu tuc hanh chinh| tthc)?(?: \(neu co\))?")]
    private static partial Regex ConditionWords();

    [GeneratedRegex(@"^(?:danh muc )?(?:cac )?(?:bieu mau|mau bieu|phu luc)(?: su dung| ap dung| kem theo| lien quan)?")]
    private static partial Regex FormWords();

    [GeneratedRegex(@"^(?:ho so|danh muc ho so) (?:can |phai )?luu(?: tru)?|^luu (?:tru )?ho so|^luu tru$")]
    private static partial Regex RecordWords();

    [GeneratedRegex(@"^(?:ket qua|san pham) (?:giai quyet|thuc hien|cua)(?: thu tuc hanh chinh| tthc| ho so)?")]
    private static partial Regex ResultWords();

    [GeneratedRegex(@"^noi dung(?: quy trinh| thuc hien)?$|^noi dung cua quy trinh")]
    private static partial Regex ContentWords();
}

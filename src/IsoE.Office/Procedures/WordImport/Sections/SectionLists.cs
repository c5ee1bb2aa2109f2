using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>Reads the sections that are lists or tables: laws, papers, forms, records, abbreviations.</summary>
internal sealed partial class SectionLists(Ledger ledger)
{
    public IEnumerable<Imported<ImportedLaw>> Laws(DocumentSection section)
    {
        ledger.Frame(section.HeadingLines);
        foreach (var line in section.Items.SelectMany(item => item.Lines))
        {
            var text = PlainWords.WithoutBullet(line.Text).TrimEnd(';', '.', ',', ' ');
            if (text.Length < 6 || StepNumber.Of(text) is not null) continue;
            var number = LawNumber().Match(text);
            yield return Taken(new ImportedLaw(number.Value, text), number.Success ? Confidence.Likely : Confidence.Guessed, [line]);
        }
    }

    public IEnumerable<Imported<ImportedPaper>> Papers(DocumentSection section)
    {
        ledger.Frame(section.HeadingLines);
        var (originals, copies) = (-1, -1);
        foreach (var item in section.Items)
        {
            var plain = item.Texts.Select(PlainWords.Bare).ToList();
            if (item.IsRow && plain.Exists(text => text is "ban chinh" or "ban sao" or "ban chup"))
            {
                (originals, copies) = (plain.IndexOf("ban chinh"), plain.FindIndex(text => text is "ban sao" or "ban chup"));
                ledger.Frame(item.Lines);
            }
            else foreach (var paper in item.IsRow ? OfRow(item, originals, copies) : item.Lines.SelectMany(OfLine)) yield return paper;
        }
    }

    public IEnumerable<Imported<StepForm>> Forms(DocumentSection section)
    {
        ledger.Frame(section.HeadingLines);
        foreach (var item in section.Items)
        {
            var texts = item.Texts.Where(text => text.Length > 0 && StepNumber.Of(text) is null).ToList();
            if (IsHeader(item, "ten bieu mau", "ma hieu", "bieu mau", "ky hieu")) ledger.Frame(item.Lines);
            else if (texts.Count > 0 && StepForms.Read(string.Join(" - ", texts)).FirstOrDefault() is { } form)
                yield return Taken(form, form.Code.Length > 0 ? Confidence.Certain : Confidence.Likely, item.Lines);
        }
    }

    public IEnumerable<Imported<ImportedRecord>> Records(DocumentSection section)
    {
        ledger.Frame(section.HeadingLines);
        foreach (var item in section.Items)
        {
            if (IsHeader(item, "ho so luu", "thoi gian luu", "noi luu", "thoi han bao quan", "ten ho so")) ledger.Frame(item.Lines);
            else if (item.IsRow && item.Texts.FirstOrDefault(text => text.Length > 3 && StepNumber.Of(text) is null) is { } name)
                yield return Taken(Record(name, item.Texts), Confidence.Likely, item.Lines);
            else if (!item.IsRow && item.Lines.FirstOrDefault() is { } line && (line.Label.Length > 0 || PlainWords.WithoutBullet(line.Text) != line.Text))
                yield return Taken(Record(PlainWords.WithoutBullet(line.Text).TrimEnd(';', '.'), [line.Text]), Confidence.Guessed, [line]);
        }
    }

    public IEnumerable<Imported<ImportedAbbreviation>> Abbreviations(DocumentSection section)
    {
        foreach (var item in section.Items)
        {
            var cells = item.Texts.Where(text => text.Length > 0 && StepNumber.Of(text) is null).ToList();
            var match = Abbreviation().Match(cells.Count == 2 ? $"{cells[0]}: {cells[1]}" : cells.Count == 1 ? PlainWords.WithoutBullet(cells[0]) : "");
            if (match.Success) yield return Taken(new ImportedAbbreviation(match.Groups[1].Value, match.Groups[2].Value.TrimEnd('.', ';', ',')), Confidence.Certain, item.Lines);
        }
    }

    public static int? CountOf(string text) =>
        Count().Match(PlainWords.Of(text)) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    public static ImportedFee FeeOf(string text)
    {
        var plain = PlainWords.Of(text);
        var match = Money().Match(plain);
        decimal? amount = match.Success ? decimal.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : NoFee().IsMatch(plain) ? 0
            : null;
        return new ImportedFee(amount, text);
    }

    private IEnumerable<Imported<ImportedPaper>> OfRow(SectionItem item, int originals, int copies)
    {
        var names = item.Texts.Where((text, i) => i != originals && i != copies && text.Length > 3 && StepNumber.Of(text) is null).ToList();
        if (names.Count == 0 || IsHeader(item, "ten giay to", "thanh phan", "so luong")) yield break;
        var name = names.MaxBy(text => text.Length)!;
        var paper = originals < 0 && copies < 0
            ? Paper(name)
            : new ImportedPaper(name, Marked(item, originals), Marked(item, copies), Shows(name));
        yield return Taken(paper, Confidence.Likely, item.Lines);
    }

    private IEnumerable<Imported<ImportedPaper>> OfLine(WordLine line)
    {
        var text = PlainWords.WithoutBullet(line.Text).TrimEnd(';', '.', ' ');
        if (text.EndsWith(':') || text.Length < 5) yield break;
        yield return Taken(Paper(text), line.Label.Length > 0 || text != line.Text ? Confidence.Likely : Confidence.Guessed, [line]);
    }

    private static ImportedPaper Paper(string text)
    {
        var plain = PlainWords.Of(text);
        var copy = plain.Contains("ban sao", StringComparison.Ordinal) || plain.Contains("ban chup", StringComparison.Ordinal);
        var count = Sheets().Match(plain) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
        return new ImportedPaper(text, copy ? 0 : count, copy ? count : 0, Shows(text));
    }

    private static bool Shows(string text) => PlainWords.Of(text).Contains("xuat trinh", StringComparison.Ordinal);

    private static int Marked(SectionItem item, int column)
    {
        if (column < 0 || column >= item.Texts.Count || item.Texts[column].Length == 0) return 0;
        return int.TryParse(item.Texts[column].Trim('0', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 20 ? count : 1;
    }

    private static ImportedRecord Record(string name, IReadOnlyList<string> texts)
    {
        var plain = texts.Select(PlainWords.Of).ToList();
        var years = plain.Select(text => Years().Match(text)).FirstOrDefault(match => match.Success);
        var forEver = plain.Exists(text => text.Contains("vinh vien", StringComparison.Ordinal) || text.Contains("lau dai", StringComparison.Ordinal));
        var place = texts.Skip(1).LastOrDefault(text => text.Length > 3 && text != name && !Years().IsMatch(PlainWords.Of(text)) && !PlainWords.Of(text).Contains("vinh vien", StringComparison.Ordinal));
        return new ImportedRecord(name, years is null ? null : int.Parse(years.Groups[1].Value, CultureInfo.InvariantCulture), years is not null || forEver, place ?? "");
    }

    private static bool IsHeader(SectionItem item, params string[] words) =>
        item.IsRow && item.Texts.Select(PlainWords.Bare).Count(text => Array.Exists(words, text.StartsWith) || text is "tt" or "stt") >= 2;

    private Imported<T> Taken<T>(T value, Confidence confidence, IEnumerable<WordLine> lines)
    {
        var all = lines.ToList();
        ledger.Take(all);
        return new Imported<T>(value, confidence, ledger.Sources(all));
    }

    [GeneratedRegex(@"\d{1,4}(?:\.\d+)?/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ]+)*")]
    private static partial Regex LawNumber();

    [GeneratedRegex(@"^([A-ZĐƯ][A-ZĐƯa-zđ&.\-]{0,3}[A-ZĐ][A-ZĐ&.\-]{0,14})\s*(?::|=|–|-|là)\s*(\S.*)$")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\b0?(\d{1,2})\s*(?:\([a-z ]+\)\s*)?bo\b")]
    private static partial Regex Count();

    [GeneratedRegex(@"\b0?(\d{1,2})\s*(?:\([a-z ]+\)\s*)?(?:ban|bo)\b")]
    private static partial Regex Sheets();

    [GeneratedRegex(@"(\d{1,3}(?:\.\d{3})+|\d{4,9})\s*(?:dong|d\b|vnd)")]
    private static partial Regex Money();

    [GeneratedRegex(@"^(?:khong|mien)\b|khong (?:thu|co|quy dinh)|mien (?:phi|le phi)")]
    private static partial Regex NoFee();

    [GeneratedRegex(@"\b(\d{1,3})\s*nam\b")]
    private static partial Regex Years();
}

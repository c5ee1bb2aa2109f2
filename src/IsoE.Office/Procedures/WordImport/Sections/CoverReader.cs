using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Office.Procedures.WordImport.Steps;

namespace IsoE.Office.Procedures.WordImport.Sections;

/// <summary>Name, national code and document number, wherever the document has them.</summary>
internal sealed record CoverReading(Imported<string>? Name, Imported<string>? Code, Imported<string>? Number);

/// <summary>Finds name, code and number: nearest before the table of steps first, for a file may hold many procedures.</summary>
internal sealed partial class CoverReader(WordContent content, FoundTable table, Ledger ledger)
{
    public CoverReading Read()
    {
        var first = table.HeaderRows.Concat(table.Rows.Select(row => row.Row)).First().Cells.SelectMany(cell => cell.AllLines).FirstOrDefault();
        var lines = content.Lines.Select(entry => entry.Line).Where(line => !line.IsEmpty || line == first).ToList();
        var at = first is null ? 0 : Math.Max(lines.IndexOf(first), 0);
        List<WordLine> order = [.. lines.Take(at).Reverse(), .. lines.Skip(at)];
        return new CoverReading(
            Name(order, lines),
            Find(order, Code(), Confidence.Certain),
            Find(order, Number(), Confidence.Certain));
    }

    private Imported<string>? Name(List<WordLine> order, List<WordLine> lines)
    {
        if (Find(order, Quoted(), Confidence.Likely) is { } quoted) return quoted;
        var title = lines.FindIndex(line => PlainWords.Bare(line.Text) is "quy trinh" or "quy trinh iso" or "quy trinh noi bo");
        if (title >= 0 && title + 1 < lines.Count && lines[title + 1].Text.Length is > 8 and < 250 && !Number().IsMatch(lines[title + 1].Text))
        {
            ledger.Take([lines[title], lines[title + 1]]);
            return new Imported<string>(Sentence(lines[title + 1].Text), Confidence.Likely, ledger.Sources([lines[title + 1]]));
        }
        return Find(order, Named(), Confidence.Likely);
    }

    private Imported<string>? Find(List<WordLine> order, Regex words, Confidence confidence)
    {
        foreach (var line in order)
        {
            if (words.Match(line.Text) is not { Success: true } match || match.Groups[1].Value.Trim() is not { Length: > 1 } value) continue;
            ledger.Take([line]);
            return new Imported<string>(Sentence(value), confidence, ledger.Sources([line]));
        }
        return null;
    }

    /// <summary>Capitals throughout become a sentence.</summary>
    private static string Sentence(string text)
    {
        var trimmed = text.Trim(' ', '.', ':', '“', '”', '"', ';');
        return trimmed.Length > 12 && !trimmed.Any(char.IsLower) ? trimmed[..1] + trimmed[1..].ToLowerInvariant() : trimmed;
    }

    [GeneratedRegex(@"(?:TTHC|thủ tục|thủ tục hành chính|quy trình)[^“”""]{0,60}[“""]([^“”""]{8,250})[”""]", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:\d+[.)]\s*)?(?:tên (?:quy trình|thủ tục|TTHC)|quy trình|thủ tục)\s*:\s*(\S.{7,250})$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:mã(?: số)?[^0-9]{0,40}|\()(\d\.\d{6})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:mã hiệu|mã số|ký hiệu|số hiệu)\s*:?\s*((?:QT|QTNB|QTTHC)[-. ]?[A-Z0-9Đ][A-Z0-9Đ./\-]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}

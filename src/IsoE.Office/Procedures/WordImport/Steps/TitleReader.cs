using System.Text.RegularExpressions;
using IsoE.Office.Procedures.WordImport.Reading;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Tells the short name of a step from what is said on how it is done.</summary>
internal sealed partial class TitleReader(FoundTable table, Ledger ledger)
{
    private const int LongestTitle = 160;
    private const int LongSentence = 100;

    /// <returns>The title, and the lines of the same cell that belong to the description.</returns>
    public (Imported<string> Title, IReadOnlyList<WordLine> More) Read(StepGroup group, WordShape? shape)
    {
        if (group.PartOf is { } whole) return (Read(whole, shape).Title, [.. group.Lines(ColumnKind.Title)]);
        var lines = group.Lines(ColumnKind.Title).ToList();
        if (lines.Count > 0) return OfLines(lines, Likely(group));
        if (OfShapes(group, shape) is { } drawn) return (drawn, []);
        var written = group.Lines(ColumnKind.Flow).ToList();
        if (written.Count > 0) return OfLines(written, Likely(group));
        var inNumber = group.Lines(ColumnKind.Number).Where(line => StepNumber.Of(line.Seen) is null).ToList();
        return inNumber.Count > 0 ? OfLines(inNumber, Confidence.Likely) : (Missing(group), []);
    }

    private static Confidence Likely(StepGroup group) => group.IsGuessed ? Confidence.Guessed : Confidence.Certain;

    private (Imported<string>, IReadOnlyList<WordLine>) OfLines(List<WordLine> lines, Confidence confidence)
    {
        var count = table.Has(ColumnKind.Detail) && lines.Sum(line => line.Text.Length) <= LongestTitle ? Unbulleted(lines) : Broken(lines);
        var text = StepNumber.Cut(string.Join(' ', lines.Take(count).Select(line => line.Text))).Text;
        text = PlainWords.WithoutBullet(text).TrimEnd(':', ';', '.', ' ');
        var name = Short(text);
        ledger.Take(lines.Take(count));
        var rest = lines.Skip(count).ToList();
        // The whole of a long sentence is kept in the description; the title is its beginning.
        return name.Length < text.Length
            ? (new Imported<string>(name, Confidence.Likely, ledger.Sources(lines.Take(count)), new Text(
                "Tên bước được rút từ một câu dài; toàn văn nằm ở phần hướng dẫn.",
                "The title is the beginning of a long sentence; the whole is in the instructions.")), lines)
            : (new Imported<string>(name, confidence, ledger.Sources(lines.Take(count))), rest);
    }

    /// <summary>Lines up to the first that is an item of a list.</summary>
    private static int Unbulleted(List<WordLine> lines) =>
        lines.FindIndex(1, line => line.Label.Length > 0 || PlainWords.WithoutBullet(line.Text) != line.Text) is > 0 and var first ? first : lines.Count;

    /// <summary>One line, or more when a sentence was broken by hand.</summary>
    private static int Broken(List<WordLine> lines)
    {
        var count = 1;
        while (count < lines.Count && lines[count].Label.Length == 0 && lines[count].Text.Length > 0 && char.IsLower(lines[count].Text[0])
            && !Stop().IsMatch(lines[count - 1].Text) && lines.Take(count + 1).Sum(line => line.Text.Length) <= LongestTitle) count++;
        return count;
    }

    private static string Short(string text)
    {
        // "Tiếp nhận hồ sơ: cán bộ kiểm tra ..." is named by what stands before the colon.
        if (text.Length > LongSentence && End().Match(text) is { Success: true, Index: >= 8 and <= 80 } end) return text[..end.Index].TrimEnd();
        if (text.Length <= LongestTitle) return text;
        var cut = Pause().Matches(text[..LongestTitle]).Select(match => match.Index).LastOrDefault(index => index >= 20);
        if (cut == 0) cut = text.LastIndexOf(' ', LongestTitle);
        return (cut > 0 ? text[..cut] : text[..LongestTitle]).TrimEnd(',', ';', ':', '.', ' ');
    }

    private Imported<string>? OfShapes(StepGroup group, WordShape? shared)
    {
        var names = FlowShapes.Names(group.Cells(ColumnKind.Flow).SelectMany(cell => cell.Shapes));
        if (shared is null && names.Count == 0) return null;
        var lines = shared?.Lines ?? [.. names.SelectMany(name => name.Lines)];
        ledger.Take(lines);
        return new Imported<string>(
            StepNumber.Cut(string.Join(' ', lines.Select(line => line.Text))).Text, Confidence.Likely, ledger.Sources(lines));
    }

    private static Imported<string> Missing(StepGroup group) => new(
        group.Label.Length > 0 ? $"Bước {group.Label}" : "Bước chưa có tên", Confidence.Guessed, [],
        new Text("Văn bản không ghi tên bước.", "The document gives the step no name."));

    [GeneratedRegex(@"[.;:!?]\s*$")]
    private static partial Regex Stop();

    [GeneratedRegex(@"[.;:]\s|\s\(")]
    private static partial Regex End();

    [GeneratedRegex(@"[.;:]\s|,\s|\s\(")]
    private static partial Regex Pause();
}

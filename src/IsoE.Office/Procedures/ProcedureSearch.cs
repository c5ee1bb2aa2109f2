using IsoE.Workflows;

namespace IsoE.Office.Procedures;

/// <summary>Finds procedures by words as people type them: without diacritics, in any order, with small slips.</summary>
public static class ProcedureSearch
{
    /// <summary>A word of fewer letters must be typed right: too many others look like it.</summary>
    private const int ShortestWithSlip = 4;
    private const int ShortestWithTwo = 8;

    /// <summary>
    /// The items that fit most of the words, the best first; all of them, in their order, when nothing was typed. Words
    /// typed right come before those with a slip, and with a slip only when nothing was typed right.
    /// </summary>
    /// <param name="of">The procedure of an item.</param>
    public static IReadOnlyList<T> Find<T>(IEnumerable<T> items, string? typed, Func<T, Procedure> of)
    {
        var words = Words(typed);
        if (words.Length == 0) return [.. items];
        var fits = items.Select(item => (Item: item, Fit: FitOf(of(item), words))).Where(each => each.Fit.Missed * 2 < words.Length).ToList();
        if (fits.Count == 0) return [];
        var fewest = fits.Min(each => each.Fit.Missed);
        var best = fits.Where(each => each.Fit.Missed == fewest).ToList();
        var slips = best.Min(each => each.Fit.Slips);
        return [.. best.Where(each => slips > 0 || each.Fit.Slips == 0).OrderBy(each => each.Fit.Slips).Select(each => each.Item)];
    }

    private static Fit FitOf(Procedure procedure, string[] words)
    {
        var known = Words(string.Join(' ', procedure.Code, procedure.Name.Vi, procedure.Name.En, procedure.Field.Vi, procedure.Field.En, procedure.ResultName.Vi, procedure.ResultName.En));
        var slips = words.Select((word, i) => SlipsTo(word, known, mayGoOn: i == words.Length - 1 || word.Length >= ShortestWithSlip)).ToList();
        return new Fit(slips.Count(each => each is null), slips.Sum() ?? 0);
    }

    /// <summary>How many slips make the word one of those known, or its beginning; null when it would be too many.</summary>
    /// <param name="mayGoOn">Whether the word may be the beginning of a longer one.</param>
    private static int? SlipsTo(string word, string[] known, bool mayGoOn)
    {
        if (known.Any(each => each == word || (mayGoOn && each.StartsWith(word, StringComparison.Ordinal)) || (word.Any(char.IsAsciiDigit) && each.Contains(word, StringComparison.Ordinal)))) return 0;
        var most = word.Length >= ShortestWithTwo ? 2 : word.Length >= ShortestWithSlip ? 1 : 0;
        for (var slips = 1; slips <= most; slips++)
            if (known.Any(each => Math.Abs(each.Length - word.Length) <= slips && Distance(word, each) <= slips)) return slips;
        return null;
    }

    /// <summary>Letters to change, leave out, put in, or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }

        return table[a.Length, b.Length];
    }

    private static string[] Words(string? text) => VietnameseText.Plain(text ?? "").ToLowerInvariant()
        .Split([' ', '\t', '\n', '\r', ',', ';', '(', ')', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Fit(int Missed, int Slips);
}

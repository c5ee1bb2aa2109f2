using System.Buffers;
using System.Text;

namespace IsoE.Workflows;

/// <summary>Brings Vietnamese text into one form, so that the same name is always the same string.</summary>
/// <remarks>
/// The product runs without the globalization library of the operating system, where <c>string.Normalize</c> leaves
/// text as it is. Some keyboards and files give letters and their marks apart; this composes them as NFC does, for
/// all Vietnamese letters and whatever the order of the marks. Other text is left alone.
/// </remarks>
public static class VietnameseText
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    private static readonly SearchValues<char> Marks = SearchValues.Create([.. Tones, Circumflex, Breve, Horn]);

    private static readonly string[] WithTones =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private static readonly Dictionary<(char Letter, char Mark), char> Composed = Table();

    private static readonly Dictionary<char, (char Letter, char Mark)> Decomposed =
        Composed.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The text with every Vietnamese letter as one character.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && IsMark(text[end])) end++;
            result.Append(end == i + 1 ? text[i].ToString() : One(text[i], text[(i + 1)..end]));
            i = end;
        }
        return result.ToString();
    }

    /// <summary>The text without diacritics, as people type it in a hurry: "Đặng Thị Ước" becomes "Dang Thi Uoc".</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Where(c => !IsMark(c))) result.Append(Bare(character));
        return result.ToString();
    }

    private static char Bare(char letter)
    {
        while (Decomposed.TryGetValue(letter, out var parts)) letter = parts.Letter;
        return letter switch { 'đ' => 'd', 'Đ' => 'D', _ => letter };
    }

    private static string One(char letter, string marks)
    {
        var all = marks;
        // A letter may come half composed, its tone first: take it apart to put circumflex, breve or horn below the tone.
        while (Decomposed.TryGetValue(letter, out var parts)) (letter, all) = (parts.Letter, parts.Mark + all);
        var rest = "";
        foreach (var mark in all.OrderBy(m => Tones.Contains(m, StringComparison.Ordinal)))
        {
            if (Composed.TryGetValue((letter, mark), out var composed)) letter = composed;
            else rest += mark;
        }
        return letter + rest;
    }

    private static bool IsMark(char c) => Marks.Contains(c);

    private static Dictionary<(char Letter, char Mark), char> Table()
    {
        var table = new Dictionary<(char, char), char>
        {
            [('a', Breve)] = 'ă',
            [('a', Circumflex)] = 'â',
            [('e', Circumflex)] = 'ê',
            [('o', Circumflex)] = 'ô',
            [('o', Horn)] = 'ơ',
            [('u', Horn)] = 'ư',
        };
        foreach (var row in WithTones)
            for (var tone = 0; tone < Tones.Length; tone++) table[(row[0], Tones[tone])] = row[tone + 1];
        foreach (var ((letter, mark), composed) in table.ToList())
            table[(char.ToUpperInvariant(letter), mark)] = char.ToUpperInvariant(composed);
        return table;
    }
}

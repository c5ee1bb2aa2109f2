namespace IsoE.Documents.Forms;

/// <summary>Sums of money in Vietnamese words.</summary>
public static class SpelledNumber
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Groups = ["", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ"];

    /// <summary><c>Một triệu không trăm năm mươi nghìn đồng</c>.</summary>
    /// <param name="amount">Whole đồng, not below zero.</param>
    public static string Dong(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (amount == 0) return "Không đồng";
        var parts = new List<string>();
        for (var group = 0; amount > 0; group++, amount /= 1000)
            if (amount % 1000 is var three and > 0)
                parts.Insert(0, Three((int)three, isFirst: amount < 1000) + Groups[group]);
        var words = string.Join(' ', parts);
        return char.ToUpperInvariant(words[0]) + words[1..] + " đồng";
    }

    private static string Three(int number, bool isFirst)
    {
        var (hundreds, rest) = (number / 100, number % 100);
        if (hundreds == 0 && isFirst) return Two(rest);
        var words = $"{Digits[hundreds]} trăm";
        return rest == 0 ? words : rest < 10 ? $"{words} linh {Digits[rest]}" : $"{words} {Two(rest)}";
    }

    private static string Two(int number)
    {
        var (tens, units) = (number / 10, number % 10);
        if (tens == 0) return Digits[units];
        var words = tens == 1 ? "mười" : $"{Digits[tens]} mươi";
        return units switch
        {
            0 => words,
            1 when tens > 1 => $"{words} mốt",
            5 => $"{words} lăm",
            _ => $"{words} {Digits[units]}",
        };
    }
}

using System.Globalization;
using System.Text;

namespace IsoE.Workflows.Editing;

/// <summary>Ids that people can read, made from titles: "Kiểm tra hồ sơ" gives <c>kiem-tra-ho-so</c>.</summary>
public static class ReadableId
{
    private const int Longest = 40;

    /// <summary>Small letters and digits of ASCII joined by hyphens; <c>step</c> when the title has none.</summary>
    public static string Of(string title)
    {
        var id = new StringBuilder();
        foreach (var word in Words(title))
        {
            if (id.Length > 0 && id.Length + word.Length >= Longest)
            {
                break;
            }

            id.Append(id.Length > 0 ? "-" : "").Append(word);
        }

        return id.Length == 0 ? "step" : id.ToString()[..Math.Min(id.Length, Longest)];
    }

    /// <summary>The same in PascalCase, as Elsa names activities and variables; begins with a letter.</summary>
    public static string Pascal(string title)
    {
        var name = string.Concat(Words(title).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        name = name.Length > Longest ? name[..Longest] : name;
        return name.Length == 0 ? "Step" : char.IsAsciiDigit(name[0]) ? "Step" + name : name;
    }

    /// <summary>The id, or the first of <c>id-2</c>, <c>id-3</c>, ... that is not taken.</summary>
    public static string Unique(string id, Func<string, bool> isTaken, string joint = "-") =>
        isTaken(id)
            ? Enumerable.Range(2, int.MaxValue - 2).Select(n => string.Create(CultureInfo.InvariantCulture, $"{id}{joint}{n}")).First(candidate => !isTaken(candidate))
            : id;

    private static string[] Words(string title) =>
        new string([.. VietnameseText.Plain(title).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

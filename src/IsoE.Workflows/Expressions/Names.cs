namespace IsoE.Workflows.Expressions;

/// <summary>Names as written in expressions: nearest declared one, and names that lead out of the data.</summary>
internal static class Names
{
    /// <summary>Inherited names of every JavaScript object. They are code, not data, and never readable here.</summary>
    public static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "__proto__", "constructor", "prototype", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
        "toLocaleString", "valueOf", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
    };

    public static string LowerFirst(string name) =>
        name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The declared name most like <paramref name="name"/>, or null when none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> declared)
    {
        // Comparing costs the product of both lengths; a name this long is no slip of the pen.
        var best = declared
            .Where(candidate => name.Length <= 100 && candidate.Length <= 100)
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, name.Length / 3) ? best.candidate : null;
    }

    /// <summary>Edits (insert, delete, replace one character, swap two neighbours) that lead from one name to the other.</summary>
    private static int Distance(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                edits[i, j] = i == 0 || j == 0 ? i + j : Least(edits, from, to, i, j);
            }
        }

        return edits[from.Length, to.Length];
    }

    private static int Least(int[,] edits, string from, string to, int i, int j)
    {
        var replaced = edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(least, edits[i - 2, j - 2] + 1) : least;
    }
}

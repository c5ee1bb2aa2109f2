namespace IsoE.Workflows.Expressions;

/// <summary>The fixed list of methods of strings, arrays and numbers. All are pure and total.</summary>
internal static class Methods
{
    private static readonly SortedDictionary<string, (int Least, int Most, bool Arrow)> All = new(StringComparer.Ordinal)
    {
        ["charAt"] = (1, 1, false),
        ["endsWith"] = (1, 1, false),
        ["every"] = (1, 1, true),
        ["filter"] = (1, 1, true),
        ["find"] = (1, 1, true),
        ["findIndex"] = (1, 1, true),
        ["includes"] = (1, 1, false),
        ["indexOf"] = (1, 1, false),
        ["join"] = (0, 1, false),
        ["map"] = (1, 1, true),
        ["slice"] = (0, 2, false),
        ["some"] = (1, 1, true),
        ["split"] = (1, 1, false),
        ["startsWith"] = (1, 1, false),
        ["substring"] = (1, 2, false),
        ["toLowerCase"] = (0, 0, false),
        ["toString"] = (0, 0, false),
        ["toUpperCase"] = (0, 0, false),
        ["trim"] = (0, 0, false),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static string Listed { get; } = string.Join(", ", All.Keys);

    public static bool Exists(string name) => All.ContainsKey(name);

    public static bool TakesArrow(string name) => All.TryGetValue(name, out var method) && method.Arrow;

    public static bool Accepts(string name, int count) => All[name] is var method && count >= method.Least && count <= method.Most;

    public static string Expected(string name) =>
        All[name] is var method && method.Least == method.Most ? $"{method.Least}" : $"{All[name].Least}-{All[name].Most}";
}

namespace IsoE.Workflows.Expressions;

/// <summary>The fixed list of functions an expression may call. All are pure and total.</summary>
internal static class Functions
{
    private static readonly SortedDictionary<string, Function> All = new(StringComparer.Ordinal)
    {
        ["Array.isArray"] = new(1, 1, a => Value.Of(a[0] is ArrayValue)),
        ["Boolean"] = new(1, 1, a => Value.Of(Convert.ToBoolean(a[0]))),
        ["JSON.stringify"] = new(1, 1, a => JsonText.Write(a[0]) is { } json ? Value.Of(json) : Value.Undefined),
        ["Math.abs"] = new(1, 1, a => Value.Of(Math.Abs(Convert.ToNumber(a[0])))),
        ["Math.ceil"] = new(1, 1, a => Value.Of(Math.Ceiling(Convert.ToNumber(a[0])))),
        ["Math.floor"] = new(1, 1, a => Value.Of(Math.Floor(Convert.ToNumber(a[0])))),
        ["Math.max"] = new(0, 100, a => Value.Of(a.Select(Convert.ToNumber).Aggregate(double.NegativeInfinity, Math.Max))),
        ["Math.min"] = new(0, 100, a => Value.Of(a.Select(Convert.ToNumber).Aggregate(double.PositiveInfinity, Math.Min))),
        ["Math.round"] = new(1, 1, a => Value.Of(Round(Convert.ToNumber(a[0])))),
        ["Math.trunc"] = new(1, 1, a => Value.Of(Math.Truncate(Convert.ToNumber(a[0])))),
        ["Number"] = new(1, 1, a => Value.Of(Convert.ToNumber(a[0]))),
        ["String"] = new(1, 1, a => Value.Of(Convert.ToText(a[0]))),
        ["isNaN"] = new(1, 1, a => Value.Of(double.IsNaN(Convert.ToNumber(a[0])))),
        ["parseFloat"] = new(1, 1, a => Value.Of(Numbers.ParseFloat(Convert.ToText(a[0])))),
        ["parseInt"] = new(1, 2, a => Value.Of(ParseInt(a))),
    };

    public static IReadOnlyList<string> Names { get; } = ["getVariable", "getInput", "getOutputFrom", .. All.Keys];

    public static string Listed { get; } = string.Join(", ", Names);

    /// <summary>The first halves of dotted names: <c>Math</c>, <c>JSON</c>, <c>Array</c>.</summary>
    public static IReadOnlySet<string> Namespaces { get; } =
        All.Keys.Where(name => name.Contains('.', StringComparison.Ordinal)).Select(name => name.Split('.')[0]).ToHashSet();

    public static Function? Find(string name) => All.GetValueOrDefault(name);

    // Halves go up, towards positive infinity: -2.5 becomes -2.
    private static double Round(double number)
    {
        var floor = Math.Floor(number);
        var rounded = number - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && double.IsNegative(number) ? -0.0 : rounded;
    }

    private static double ParseInt(Value[] arguments)
    {
        var text = Convert.ToText(arguments[0]);
        return Numbers.ParseInt(text, arguments.Length > 1 ? Convert.ToInt32(Convert.ToNumber(arguments[1])) : 0);
    }
}

/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
internal sealed record Function(int Least, int Most, Func<Value[], Value> Call)
{
    public string Expected => Least == Most ? $"{Least}" : $"{Least}-{Most}";

    public bool Accepts(int count) => count >= Least && count <= Most;
}

namespace IsoE.Workflows.Expressions;

/// <summary>JavaScript's three equalities and its order.</summary>
internal static class Compare
{
    /// <summary><c>===</c></summary>
    public static bool Strictly(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number == b.Number,
        (StringValue a, StringValue b) => a.Text == b.Text,
        _ => ReferenceEquals(left, right),
    };

    /// <summary><c>==</c></summary>
    public static bool Loosely(Value left, Value right)
    {
        if (left.GetType() == right.GetType() || left.IsNullish || right.IsNullish)
        {
            return left.IsNullish ? right.IsNullish : Strictly(left, right);
        }

        if (left is ArrayValue or ObjectValue && right is ArrayValue or ObjectValue)
        {
            return false;
        }

        var (a, b) = (Convert.ToPrimitive(left), Convert.ToPrimitive(right));
        return a is StringValue && b is StringValue
            ? Strictly(a, b)
            : Convert.ToNumber(a) == Convert.ToNumber(b);
    }

    /// <summary>As <c>===</c>, but NaN is itself: how <c>includes</c> looks for a value.</summary>
    public static bool AsItem(Value left, Value right) =>
        Strictly(left, right)
        || (left is NumberValue { Number: double.NaN } && right is NumberValue { Number: double.NaN });

    /// <param name="op">One of <c>&lt; &lt;= &gt; &gt;=</c>.</param>
    public static bool InOrder(string op, Value left, Value right)
    {
        var (a, b) = (Convert.ToPrimitive(left), Convert.ToPrimitive(right));
        if (a is StringValue first && b is StringValue second)
        {
            return Holds(op, string.CompareOrdinal(first.Text, second.Text), 0);
        }

        return Holds(op, Convert.ToNumber(a), Convert.ToNumber(b));
    }

    private static bool Holds(string op, double left, double right) => op switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}

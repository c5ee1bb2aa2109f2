namespace IsoE.Workflows.Expressions;

/// <summary>JavaScript's conversions between kinds of values.</summary>
internal static class Convert
{
    public static bool ToBoolean(Value value) => value switch
    {
        UndefinedValue or NullValue => false,
        BooleanValue boolean => boolean.IsTrue,
        NumberValue { Number: var number } => number != 0 && !double.IsNaN(number),
        StringValue { Text: var text } => text.Length > 0,
        _ => true,
    };

    public static double ToNumber(Value value) => value switch
    {
        NullValue => 0,
        BooleanValue boolean => boolean.IsTrue ? 1 : 0,
        NumberValue number => number.Number,
        StringValue text => Numbers.Parse(text.Text),
        ArrayValue or ObjectValue => Numbers.Parse(ToText(value)),
        _ => double.NaN,
    };

    public static string ToText(Value value) => value switch
    {
        NullValue => "null",
        BooleanValue boolean => boolean.IsTrue ? "true" : "false",
        NumberValue number => Numbers.ToText(number.Number),
        StringValue text => text.Text,
        ArrayValue array => Join(array, ","),
        ObjectValue fields => fields.Find("toString") is null
            ? "[object Object]"
            : throw new FailedException(Failures.NoText),
        _ => "undefined",
    };

    /// <summary>Arrays and objects as text, everything else as it is.</summary>
    public static Value ToPrimitive(Value value) => value is ArrayValue or ObjectValue ? Value.Of(ToText(value)) : value;

    public static string Join(ArrayValue array, string separator) =>
        string.Join(separator, array.Items.Select(item => item.IsNullish ? "" : ToText(item)));

    public static double ToInteger(Value value) =>
        ToNumber(value) is var number && double.IsNaN(number) ? 0 : Math.Truncate(number);

    /// <summary>The low 32 bits of a number, as a signed number.</summary>
    public static int ToInt32(double number) =>
        double.IsFinite(number) ? unchecked((int)(uint)(long)Math.IEEERemainder(Math.Truncate(number), 4294967296.0)) : 0;
}

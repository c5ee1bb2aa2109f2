namespace IsoE.Workflows.Expressions;

/// <summary>A JavaScript value that is data. Immutable; arrays and objects are equal only to themselves.</summary>
internal abstract class Value
{
    /// <summary>About the characters it takes to write it out; bounds what converting and comparing costs.</summary>
    public abstract long Size { get; }

    /// <summary>Levels of arrays and objects.</summary>
    public virtual int Depth => 0;

    public static Value Undefined { get; } = new UndefinedValue();

    public static Value Null { get; } = new NullValue();

    public static Value True { get; } = new BooleanValue(true);

    public static Value False { get; } = new BooleanValue(false);

    public bool IsNullish => this is UndefinedValue or NullValue;

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(double value) => new NumberValue(value);

    public static Value Of(string value) => new StringValue(value);
}

internal sealed class UndefinedValue : Value
{
    public override long Size => 4;
}

internal sealed class NullValue : Value
{
    public override long Size => 4;
}

internal sealed class BooleanValue(bool isTrue) : Value
{
    public bool IsTrue { get; } = isTrue;

    public override long Size => 4;
}

internal sealed class NumberValue(double number) : Value
{
    public double Number { get; } = number;

    public override long Size => 8;
}

internal sealed class StringValue(string text) : Value
{
    public string Text { get; } = text;

    public override long Size => 2 + Text.Length;
}

internal sealed class ArrayValue(IReadOnlyList<Value> items) : Value
{
    public IReadOnlyList<Value> Items { get; } = items;

    public override long Size { get; } = 2 + items.Sum(item => item.Size + 1);

    public override int Depth { get; } = 1 + items.Select(item => item.Depth).DefaultIfEmpty().Max();
}

/// <summary>An object's own fields, in JavaScript's order: whole numbers ascending, then as written.</summary>
internal sealed class ObjectValue : Value
{
    private readonly Dictionary<string, Value> fields = new(StringComparer.Ordinal);

    public ObjectValue(IEnumerable<KeyValuePair<string, Value>> fields)
    {
        foreach (var (name, value) in fields)
        {
            this.fields[name] = value;
        }

        Fields = this.fields.Keys.Any(name => Numbers.ArrayIndex(name) is not null)
            ? [.. this.fields.OrderBy(field => Numbers.ArrayIndex(field.Key) ?? long.MaxValue)]
            : this.fields;
        Size = 2 + this.fields.Sum(field => field.Key.Length + field.Value.Size + 4);
        Depth = 1 + this.fields.Values.Select(value => value.Depth).DefaultIfEmpty().Max();
    }

    public override long Size { get; }

    public override int Depth { get; }

    public IReadOnlyCollection<KeyValuePair<string, Value>> Fields { get; }

    public Value? Find(string name) => fields.GetValueOrDefault(name);
}

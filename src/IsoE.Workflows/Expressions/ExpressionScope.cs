namespace IsoE.Workflows.Expressions;

/// <summary>What an expression may name: the declarations of its definition and of the forms behind them.</summary>
/// <param name="Variables">Declared variables by exact name.</param>
/// <param name="Inputs">Declared inputs by exact name.</param>
/// <param name="Outputs">Outputs by activity id or name; null when outputs are not to be checked.</param>
public sealed record ExpressionScope(
    IReadOnlyDictionary<string, ValueShape> Variables,
    IReadOnlyDictionary<string, ValueShape> Inputs,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, ValueShape>>? Outputs = null)
{
    /// <summary>The declared variable meant by <c>getX()</c>: <c>X</c> itself or <c>x</c>, as Elsa names its getters.</summary>
    internal string? VariableOfGetter(string name) =>
        Variables.ContainsKey(name) ? name
        : Variables.ContainsKey(Names.LowerFirst(name)) ? Names.LowerFirst(name)
        : null;
}

/// <summary>What is known about a value before it exists.</summary>
/// <param name="Fields">Every field the object can have, or null when its fields are not known.</param>
/// <param name="Items">Shape of an array's items, or null when not known.</param>
/// <param name="Values">Every text the value can be, or null when any.</param>
public sealed record ValueShape(
    IReadOnlyDictionary<string, ValueShape>? Fields = null,
    ValueShape? Items = null,
    IReadOnlyList<string>? Values = null)
{
    /// <summary>Nothing is known.</summary>
    public static ValueShape Any { get; } = new();

    public ValueKind Kind { get; init; } = Values is null ? ValueKind.Any : ValueKind.Text;

    /// <summary>Least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>Whether a number has no decimals.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a truth value is never false.</summary>
    public bool IsNeverFalse { get; init; }

    /// <summary>Whether the value is there always; a field that may be left empty, or is not always asked, is not.</summary>
    public bool IsGiven { get; init; }

    /// <summary>For a field of a task's form: the outcomes it is asked with; null for every one.</summary>
    public IReadOnlyList<string>? AskedWith { get; init; }
}

/// <summary>What sort of value a single value is.</summary>
public enum ValueKind
{
    Any,
    Text,
    Number,
    Truth,
}

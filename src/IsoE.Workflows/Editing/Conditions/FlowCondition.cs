using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Editing.Conditions;

/// <summary>
/// A condition as an author builds it from fields: comparisons that must all hold, or of which one must. It is written
/// as JavaScript and read back from it; an expression that says more is left to Studio.
/// </summary>
/// <param name="All">True when all must hold, false when one is enough. Says nothing for a single comparison.</param>
public sealed record FlowCondition(bool All, IReadOnlyList<Comparison> Comparisons)
{
    public FlowCondition(Comparison only)
        : this(true, [only])
    {
    }

    /// <summary>The condition an expression of the flow states; null when it is more than comparisons of fields.</summary>
    public static FlowCondition? Of(JavaScriptExpression expression) =>
        OfText(expression) is { } condition && condition.Comparisons.All(comparison => comparison.Field.IsOfFlow) ? condition : null;

    /// <summary>The condition an expression of the ISO text states; null when it is more than comparisons of fields.</summary>
    public static FlowCondition? OfText(JavaScriptExpression expression)
    {
        var read = Read(expression.Root);
        return read is null ? null : new FlowCondition(read.Value.Operator != "||", read.Value.Parts);
    }

    /// <exception cref="RejectedException">There is nothing to compare.</exception>
    public string ToJavaScript() => Comparisons.Count == 0
        ? throw new RejectedException("condition-empty", new Text("Hãy chọn một trường và giá trị để so sánh.", "Choose a field and a value to compare."))
        : string.Join(All ? " && " : " || ", Comparisons.Select(comparison => comparison.ToJavaScript()));

    public bool Equals(FlowCondition? other) =>
        other is not null && (All == other.All || Comparisons.Count < 2) && Comparisons.SequenceEqual(other.Comparisons);

    public override int GetHashCode() => Comparisons.Count == 0 ? 0 : Comparisons[0].GetHashCode();

    private static (string? Operator, IReadOnlyList<Comparison> Parts)? Read(Node node)
    {
        if (node is not LogicalNode logical)
        {
            return Comparison.Of(node) is { } one ? (null, [one]) : null;
        }

        return Read(logical.Left) is { } left && Read(logical.Right) is { } right
            && Fits(logical.Operator, left.Operator) && Fits(logical.Operator, right.Operator)
                ? (logical.Operator, [.. left.Parts, .. right.Parts])
                : null;
    }

    private static bool Fits(string here, string? inside) => here is "&&" or "||" && (inside is null || inside == here);
}

/// <summary>A field held against a value.</summary>
/// <param name="Operator"><c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
/// <param name="Value">A text, number or truth value.</param>
public sealed record Comparison(ConditionField Field, string Operator, JsonElement Value)
{
    public static IReadOnlyList<string> Operators { get; } = ["==", "!=", "<", "<=", ">", ">="];

    public bool Equals(Comparison? other) =>
        other is not null && Field == other.Field && Operator == other.Operator && JsonElement.DeepEquals(Value, other.Value);

    public override int GetHashCode() => HashCode.Combine(Field, Operator);

    internal static Comparison? Of(Node node) =>
        node is BinaryNode binary && Normal(binary.Operator) is { } sign
        && ConditionField.Of(binary.Left) is { } field && Literal(binary.Right) is { } value
            ? new Comparison(field, sign, value)
            : null;

    internal string ToJavaScript()
    {
        if (!Operators.Contains(Operator))
        {
            throw new RejectedException("no-such-operator", new Text(
                $"Không có phép so sánh “{Operator}”.", $"There is no comparison “{Operator}”."));
        }

        var value = Value.ValueKind switch
        {
            JsonValueKind.String => JavaScriptText.Quote(Value.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Value.GetRawText(),
            _ => throw new RejectedException("value-missing", new Text("Hãy nhập giá trị để so sánh.", "Enter the value to compare with.")),
        };
        return $"{Field.ToJavaScript()} {Operator} {value}";
    }

    private static string? Normal(string sign) => sign switch
    {
        "===" => "==",
        "!==" => "!=",
        _ => Operators.Contains(sign) ? sign : null,
    };

    private static JsonElement? Literal(Node node) => node switch
    {
        LiteralNode { Value: StringValue text } => Values.Of(text.Text),
        LiteralNode { Value: BooleanValue truth } => Values.Of(truth.IsTrue),
        LiteralNode { Value: NumberValue number } => JsonSerializer.SerializeToElement(number.Number),
        UnaryNode { Operator: "-", Operand: LiteralNode { Value: NumberValue number } } => JsonSerializer.SerializeToElement(-number.Number),
        _ => null,
    };
}

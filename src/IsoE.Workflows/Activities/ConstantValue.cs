using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Activities;

/// <summary>Values of expressions that read nothing.</summary>
internal sealed class ConstantValue : IExpressionValues
{
    private static readonly ConstantValue Nothing = new();

    /// <returns>The texts of the list, or null when the expression does not give one.</returns>
    public static IReadOnlyList<string>? TextsOf(JavaScriptExpression expression)
    {
        try
        {
            var value = expression.Evaluate(Nothing);
            return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Values.ToText)] : null;
        }
        catch (ExpressionFailedException)
        {
            return null;
        }
    }

    public bool TryGetVariable(string name, out JsonElement value) => Absent(out value);

    public bool TryGetInput(string name, out JsonElement value) => Absent(out value);

    public bool TryGetOutput(string activity, string output, out JsonElement value) => Absent(out value);

    private static bool Absent(out JsonElement value)
    {
        value = Values.Null;
        return false;
    }
}

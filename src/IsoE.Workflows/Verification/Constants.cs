using System.Text.Json;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification;

/// <summary>Values that are known without running: literals and expressions that read nothing but what is given.</summary>
internal sealed class Constants(IReadOnlyDictionary<string, JsonElement> inputs) : IExpressionValues
{
    private static readonly Constants Nothing = new(new Dictionary<string, JsonElement>());

    /// <summary>Whether the condition always holds or never; null when that depends on the run.</summary>
    public static bool? ValueOf(Activity activity, string input) =>
        !activity.Inputs.TryGetValue(input, out var given) ? false : Nothing.TruthOf(given);

    /// <summary>The condition's truth under these inputs; null when it depends on more.</summary>
    public bool? TruthOf(ActivityInput given) =>
        ValueOf(given) is { } value ? JavaScriptExpression.IsTrue(value) : given.JavaScript is { } expression ? TruthOf(expression.Root) : null;

    /// <summary>The value under these inputs; null when it depends on more, or fails.</summary>
    public JsonElement? ValueOf(ActivityInput given)
    {
        switch (given.Kind)
        {
            case ExpressionKind.Literal or ExpressionKind.Object:
                return given.Value;
            case ExpressionKind.Input:
                return given.Reference is { } name && inputs.TryGetValue(name, out var value) ? value : null;
            case ExpressionKind.JavaScript when given.JavaScript is { } expression && ReadsOnlyGiven(expression):
                return Evaluate(expression);
            default:
                return null;
        }
    }

    /// <summary>What one part decides for the whole, whatever the run makes of the other: something and false is false.</summary>
    private static bool? TruthOf(Node node) => node switch
    {
        LiteralNode literal => Expressions.Convert.ToBoolean(literal.Value),
        UnaryNode { Operator: "!" } not => !TruthOf(not.Operand),
        LogicalNode { Operator: "&&" } both => TruthOf(both.Left) & TruthOf(both.Right),
        LogicalNode { Operator: "||" } either => TruthOf(either.Left) | TruthOf(either.Right),
        _ => null,
    };

    public bool TryGetVariable(string name, out JsonElement value)
    {
        value = default;
        return false;
    }

    public bool TryGetInput(string name, out JsonElement value) => inputs.TryGetValue(name, out value);

    public bool TryGetOutput(string activity, string output, out JsonElement value)
    {
        value = default;
        return false;
    }

    private bool ReadsOnlyGiven(JavaScriptExpression expression) =>
        expression.Variables.Count == 0 && !expression.ReadsOutputs && expression.Inputs.All(inputs.ContainsKey);

    private JsonElement? Evaluate(JavaScriptExpression expression)
    {
        try
        {
            return expression.Evaluate(this);
        }
        catch (ExpressionFailedException)
        {
            return null;
        }
    }
}

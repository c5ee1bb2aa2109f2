using System.Text.Json;

namespace IsoE.Workflows.Expressions;

/// <summary>
/// A JavaScript expression of the total, side-effect-free subset. Parsed once, immutable, safe to share.
/// </summary>
/// <remarks>
/// Values, variables, inputs and outputs, members and <c>?.</c>, arithmetic, comparison, logic, the conditional,
/// template strings, array and object literals, and calls of <see cref="Functions"/> and <see cref="Methods"/>;
/// with JavaScript's own meaning. Everything else is refused when parsed, so that nothing an author writes can
/// loop for ever, change data, or reach outside.
/// </remarks>
public sealed class JavaScriptExpression
{
    private JavaScriptExpression(string source, Node root)
    {
        Source = source;
        Root = root;
        Variables = [.. root.All.OfType<VariableNode>().Select(node => node.Name).Distinct()];
        Inputs = [.. root.All.OfType<InputNode>().Select(node => node.Name).Distinct()];
        ReadsOutputs = root.All.Any(node => node is OutputNode);
    }

    public string Source { get; }

    /// <summary>Names of the variables it reads, as written; <c>getX()</c> counts as <c>X</c>.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Names of the inputs it reads.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Whether it reads outputs of activities.</summary>
    public bool ReadsOutputs { get; }

    internal Node Root { get; }

    /// <summary>Reads an expression; never throws, whatever the source holds.</summary>
    public static ParseResult Parse(string source)
    {
        try
        {
            return new ParseResult(new JavaScriptExpression(source, Parser.Parse(source)), null);
        }
        catch (RefusedException refusal)
        {
            return new ParseResult(null, ExpressionError.At(source, refusal.Position, refusal.Reason));
        }
    }

    /// <summary>Everything it names that <paramref name="scope"/> does not declare, in source order.</summary>
    public IReadOnlyList<ExpressionError> Check(ExpressionScope scope)
    {
        var check = new ScopeCheck(scope);
        check.Visit(Root);
        return [.. check.Errors
            .OrderBy(error => error.Position)
            .Select(error => ExpressionError.At(Source, error.Position, error.Message))];
    }

    /// <summary>
    /// Computes the value. The same values give the same result everywhere; the work is bounded.
    /// </summary>
    /// <returns>The result as JSON, as <c>JSON.stringify</c> gives it; <c>undefined</c> becomes null.</returns>
    /// <exception cref="ExpressionFailedException">The values do not allow it, or a limit was reached.</exception>
    public JsonElement Evaluate(IExpressionValues values) => new Evaluation(values).Run(Root);

    /// <summary>Whether <paramref name="value"/> counts as true in a condition, as JavaScript has it.</summary>
    public static bool IsTrue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.String => value.GetString()!.Length > 0,
        _ => true,
    };
}

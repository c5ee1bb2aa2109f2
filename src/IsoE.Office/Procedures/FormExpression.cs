using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Editing.Conditions;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>
/// A condition of the ISO text, in the language of the definitions: <c>getInput('form').floors > 3</c> reads the
/// dossier form, <c>getInput('case')</c> the case, <c>getInput('dossier').channel</c> how it comes in, and in a form
/// <c>variables.x</c> its own fields above this one.
/// </summary>
public sealed class FormExpression
{
    private readonly JavaScriptExpression expression;

    private FormExpression(string source, JavaScriptExpression expression) =>
        (Source, this.expression) = (source, expression);

    public string Source { get; }

    /// <returns>The condition, or the reason why it is none.</returns>
    public static (FormExpression? Condition, Text? Problem) Parse(string source)
    {
        var result = JavaScriptExpression.Parse(source);
        return result.Expression is { } expression
            ? (new FormExpression(source, expression), null)
            : (null, result.Error!.Message);
    }

    /// <summary>The comparisons it consists of; null when it is more than that.</summary>
    public FlowCondition? Comparisons => FlowCondition.OfText(expression);

    /// <summary>What is wrong with the names the condition uses, given what it may see.</summary>
    public IReadOnlyList<ExpressionError> Check(ExpressionScope scope) => expression.Check(scope);

    /// <returns>True or false; null when the values do not allow an answer.</returns>
    public bool? Holds(FormAnswers answers) =>
        Evaluate(answers) is { } value ? JavaScriptExpression.IsTrue(value) : null;

    /// <summary>The value of the expression, as fees use it; null when the values do not allow one.</summary>
    public JsonElement? Evaluate(FormAnswers answers)
    {
        try
        {
            return expression.Evaluate(new Values(answers));
        }
        catch (ExpressionFailedException)
        {
            return null;
        }
    }

    public override string ToString() => Source;

    private sealed class Values(FormAnswers answers) : IExpressionValues
    {
        private static readonly JsonElement Null = JsonSerializer.SerializeToElement<object?>(null);

        // A field left empty has no value in the form; conditions read it as null.
        public bool TryGetVariable(string name, out JsonElement value)
        {
            if (answers.Own.ValueKind != JsonValueKind.Object || !answers.Own.TryGetProperty(name, out value)) value = Null;
            return true;
        }

        public bool TryGetInput(string name, out JsonElement value)
        {
            value = name switch
            {
                "form" => answers.Form,
                "case" => JsonSerializer.SerializeToElement(answers.Case),
                "dossier" => JsonSerializer.SerializeToElement(new { channel = answers.Channel?.ToString().ToLowerInvariant() }),
                _ => Null,
            };
            return name is "form" or "case" or "dossier";
        }

        public bool TryGetOutput(string activity, string output, out JsonElement value)
        {
            value = Null;
            return false;
        }
    }
}

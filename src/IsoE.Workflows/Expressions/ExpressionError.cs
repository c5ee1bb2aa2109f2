namespace IsoE.Workflows.Expressions;

/// <summary>Why an expression is refused, and where.</summary>
/// <param name="Position">Offset in UTF-16 units from the start of the source, from 0.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 units, from 1.</param>
public sealed record ExpressionError(int Position, int Line, int Column, Text Message)
{
    internal static ExpressionError At(string source, int position, Text message)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < position && i < source.Length; i++)
        {
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 == source.Length || source[i + 1] != '\n')))
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return new ExpressionError(position, line, position - start + 1, message);
    }
}

/// <summary>An expression, or the reason it is none. Exactly one of the two is set.</summary>
public sealed record ParseResult(JavaScriptExpression? Expression, ExpressionError? Error);

/// <summary>An expression could not be evaluated with the values it met; the engine makes it an incident.</summary>
/// <param name="position">Offset in UTF-16 units from the start of the source, from 0.</param>
public sealed class ExpressionFailedException(Text reason, int position) : Exception(reason.En)
{
    public Text Reason { get; } = reason;

    public int Position { get; } = position;
}

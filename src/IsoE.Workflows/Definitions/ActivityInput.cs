using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Definitions;

/// <summary>The kinds of expression a definition may hold.</summary>
public enum ExpressionKind
{
    Literal,
    Object,
    Variable,
    Input,
    JavaScript,
}

/// <summary>The expression given for an input of an activity, or for a case's condition.</summary>
/// <param name="Name">Name of the input; the label for a case.</param>
/// <param name="TypeName">Alias of the type the value is converted to.</param>
/// <param name="Value">Literal and Object: the value, converted. JSON null otherwise.</param>
/// <param name="Reference">Variable: its id or name. Input: the workflow input's name. Null otherwise.</param>
/// <param name="JavaScript">The parsed expression; null for the other kinds.</param>
/// <param name="Place">Where the expression's value stands in the file.</param>
public sealed record ActivityInput(
    string Name,
    string TypeName,
    ExpressionKind Kind,
    JsonElement Value,
    string? Reference,
    JavaScriptExpression? JavaScript,
    Place Place);

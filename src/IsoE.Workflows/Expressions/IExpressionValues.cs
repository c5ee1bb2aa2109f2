using System.Text.Json;

namespace IsoE.Workflows.Expressions;

/// <summary>The values an expression may read: those of one workflow instance at one moment.</summary>
public interface IExpressionValues
{
    /// <returns>False when no variable of that name is declared; the expression then fails.</returns>
    bool TryGetVariable(string name, out JsonElement value);

    /// <returns>False when the input was not given; the expression then reads <c>undefined</c>.</returns>
    bool TryGetInput(string name, out JsonElement value);

    /// <param name="activity">Id or name of the activity.</param>
    /// <returns>False when the activity has not produced that output; the expression then reads <c>undefined</c>.</returns>
    bool TryGetOutput(string activity, string output, out JsonElement value);
}

using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>The time limit of a step in each case of the procedure.</summary>
internal static class StepLimits
{
    /// <returns>The limit in the case; null when the step has none, or what is written gives none: the gate says so.</returns>
    public static TimeLimit? Find(Activity activity, string caseId)
    {
        if (!activity.Inputs.TryGetValue("timeLimit", out var input)) return null;
        try
        {
            var text = input.JavaScript is { } expression ? expression.Evaluate(new CaseOnly(caseId)) : input.Value;
            return text.ValueKind == JsonValueKind.String && TimeLimit.TryParse(text.GetString(), out var limit) ? limit : null;
        }
        catch (ExpressionFailedException)
        {
            return null;
        }
    }

    private sealed class CaseOnly(string caseId) : IExpressionValues
    {
        public bool TryGetVariable(string name, out JsonElement value) => No(out value);

        public bool TryGetInput(string name, out JsonElement value)
        {
            value = JsonSerializer.SerializeToElement(caseId);
            return name == "case";
        }

        public bool TryGetOutput(string activity, string output, out JsonElement value) => No(out value);

        private static bool No(out JsonElement value)
        {
            value = default;
            return false;
        }
    }
}

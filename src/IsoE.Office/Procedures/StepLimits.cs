using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>The time limit of a step in each case of the procedure.</summary>
internal static class StepLimits
{
    private const int MinutesOfDay = 8 * 60;

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

    /// <summary>Budget of working time in minutes; calendar days give what a normal week holds .</summary>
    public static int WorkingMinutes(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.WorkingMinutes => limit.Value,
        TimeUnit.WorkingHours => limit.Value * 60,
        TimeUnit.WorkingDays => limit.Value * MinutesOfDay,
        TimeUnit.CalendarDays => limit.Value * 5 / 7 * MinutesOfDay,
        _ => MinutesOfDay,
    };

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

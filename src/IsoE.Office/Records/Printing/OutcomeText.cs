using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;

namespace IsoE.Office.Records.Printing;

/// <summary>The outcome of a task as its step calls it.</summary>
internal static class OutcomeText
{
    public static string Of(ProcedureVersion version, TaskRow task)
    {
        var labels = version.Definition.Activities.GetValueOrDefault(task.ActivityId)?.Literal("outcomeLabels");
        return labels is { ValueKind: JsonValueKind.Object } names
            && task.Outcome is { } outcome
            && names.TryGetProperty(outcome, out var label)
            && label.TryGetProperty("vi", out var vi)
                ? vi.GetString() ?? outcome
                : task.Outcome ?? "";
    }
}

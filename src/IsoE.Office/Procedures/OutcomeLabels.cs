using System.Text.Json;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;

namespace IsoE.Office.Procedures;

/// <summary>How outcomes are called: the definition's own labels, else words for those every flowchart has.</summary>
internal static class OutcomeLabels
{
    private static readonly Dictionary<string, Text> Common = new(StringComparer.Ordinal)
    {
        ["Done"] = new("", ""),
        ["True"] = new("Có", "Yes"),
        ["False"] = new("Không", "No"),
        ["Received"] = new("Đã nhận", "Received"),
        ["Timeout"] = new("Hết thời hạn", "Time has run out"),
    };

    /// <summary>As it stands on a way of a diagram or table: a branch has no name there, because where it leads says what it is.</summary>
    public static Text OnWay(Activity activity, string outcome) =>
        activity.Type.TypeName == "Elsa.FlowFork" ? new Text("", "") : Of(activity, outcome);

    public static Text Of(Activity activity, string outcome)
    {
        var labels = activity.Literal("outcomeLabels");
        if (labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(outcome, out var label)
            && label.ValueKind == JsonValueKind.Object
            && label.TryGetProperty("vi", out var vi) && label.TryGetProperty("en", out var en))
            return new Text(vi.GetString() ?? outcome, en.GetString() ?? outcome);
        return Common.GetValueOrDefault(outcome) ?? new Text(outcome, outcome);
    }
}

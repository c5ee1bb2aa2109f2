using System.Text.Json;
using IsoE.Office.Deadlines;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Dossiers;

/// <summary>Reads from the decision that led to it what the applicant is asked to supplement.</summary>
internal static class SupplementRequests
{
    private const string Items = "items";
    private const string Reason = "reason";
    private const string LegalGround = "legalGround";

    /// <summary>The request, with the items, reason and legal ground entered in the task completed by this step.</summary>
    public static SupplementRequested Of(Step step, Bookmark bookmark)
    {
        var entered = step.Events.Select(known => known.Fact).OfType<ActivityResumed>().LastOrDefault()?.Output ?? default;
        return new SupplementRequested(
            bookmark.Id, ItemsIn(entered), TextIn(entered, Reason), TextIn(entered, LegalGround), StepDeadline.Find(step, bookmark.Id));
    }

    private static string[] ItemsIn(JsonElement entered)
    {
        if (entered.ValueKind != JsonValueKind.Object || !entered.TryGetProperty(Items, out var items)) return [];
        return items.ValueKind switch
        {
            JsonValueKind.Array => [.. items.EnumerateArray().Select(item => item.ToString())],
            JsonValueKind.String => items.GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            _ => [],
        };
    }

    private static string? TextIn(JsonElement entered, string name) =>
        entered.ValueKind == JsonValueKind.Object && entered.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}

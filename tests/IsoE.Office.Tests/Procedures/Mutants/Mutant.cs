using System.Globalization;
using System.Text.Json.Nodes;
using IsoE.Office.Procedures;

namespace IsoE.Office.Tests.Procedures.Mutants;

/// <summary>A shipped definition with one small change.</summary>
/// <param name="Name">The procedure and the change, in words.</param>
/// <param name="IsTimed">Whether only the time a step may take was changed.</param>
internal sealed record Mutant(string Name, string Json, bool IsTimed)
{
    /// <summary>Every change of the kinds that authors make by mistake, in the order of the definition.</summary>
    public static IEnumerable<Mutant> Of(ProcedureVersion version)
    {
        var json = version.Content!.Flow;
        var root = JsonNode.Parse(json)!["root"]!;
        for (var i = 0; i < root["connections"]!.AsArray().Count; i++)
        {
            var at = i;
            var (from, port) = ((string?)root["connections"]![i]!["source"]!["activity"], (string?)root["connections"]![i]!["source"]!["port"]);
            yield return Changed($"way removed: {from} {port}", flow => flow["connections"]!.AsArray().RemoveAt(at));
            yield return Changed($"outcome renamed: {from} {port}", flow => flow["connections"]![at]!["source"]!["port"] = "Renamed");
        }

        for (var i = 0; i < root["activities"]!.AsArray().Count; i++)
        {
            var at = i;
            foreach (var (what, change) in OnActivity(root["activities"]![i]!.AsObject(), version.Procedure))
                yield return Changed($"{what}: {(string?)root["activities"]![i]!["id"]}", flow => change(flow["activities"]![at]!.AsObject()));
        }

        Mutant Changed(string what, Action<JsonNode> change)
        {
            var copy = JsonNode.Parse(json)!;
            change(copy["root"]!);
            return new Mutant($"{version.Code} {what}", copy.ToJsonString(), what.StartsWith("hours", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(string What, Action<JsonObject> Change)> OnActivity(JsonObject activity, Procedure text)
    {
        if ((string?)activity["type"] == "Elsa.FlowJoin")
        {
            foreach (var mode in new[] { "WaitAll", "WaitAny", "WaitAllActive" }.Where(mode => mode != Value(activity, "mode")))
                yield return ($"join {mode}", copy => Give(copy, "mode", "Literal", mode));
        }

        if (activity["timeLimit"] is not null && Value(activity, "clock") is null or "counts")
        {
            foreach (var limit in new[] { 1, 4, 8, 40, 400 }.Select(more => More(activity, more)).OfType<string>())
                yield return ($"hours {limit}", copy => Give(copy, "timeLimit", "Literal", limit));
        }

        if (Value(activity, "condition") is { } condition)
        {
            yield return ("condition never", copy => Give(copy, "condition", "JavaScript", $"({condition}) && false"));
            foreach (var @case in text.Cases)
                yield return ($"condition in case {@case.Id}", copy => Give(copy, "condition", "JavaScript", $"({condition}) && getInput('case') == '{@case.Id}'"));
        }
    }

    private static string? Value(JsonObject activity, string input) => (string?)activity[input]?["expression"]?["value"];

    private static void Give(JsonObject activity, string input, string type, string value)
    {
        activity[input]!["expression"]!["type"] = type;
        activity[input]!["expression"]!["value"] = value;
    }

    /// <summary>The literal limit of a step with so many working hours more; null where it is computed.</summary>
    private static string? More(JsonObject activity, int hours)
    {
        if ((string?)activity["timeLimit"]!["expression"]!["type"] != "Literal" || !Workflows.TimeLimit.TryParse(Value(activity, "timeLimit"), out var limit)) return null;
        var own = limit.Unit switch
        {
            Workflows.TimeUnit.WorkingHours => limit.Value,
            Workflows.TimeUnit.WorkingDays => limit.Value * 8,
            _ => (int?)null,
        };
        return own is { } value ? (value + hours).ToString(CultureInfo.InvariantCulture) + "h" : null;
    }
}

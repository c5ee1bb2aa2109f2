using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Office.Organisation;

namespace IsoE.Office.Tasks;

/// <summary>What a completed task leaves: kept in the event and bound to the activity's <c>result</c>.</summary>
public static class TaskResult
{
    public const string Outcome = "outcome";
    public const string By = "by";
    public const string ByName = "byName";
    public const string At = "at";
    public const string Reason = "reason";

    /// <summary>The entered values with outcome, person and moment; these four cannot be overwritten by a form.</summary>
    /// <param name="values">An object of normalised form values, or undefined.</param>
    public static JsonElement Of(Actor actor, string? outcome, DateTimeOffset at, JsonElement values)
    {
        var result = new JsonObject
        {
            [Outcome] = outcome,
            [By] = actor.PersonId,
            [ByName] = actor.Name,
            [At] = at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        };
        if (values.ValueKind == JsonValueKind.Object)
            foreach (var value in values.EnumerateObject().Where(value => !result.ContainsKey(value.Name)))
                result[value.Name] = JsonNode.Parse(value.Value.GetRawText());
        return JsonSerializer.SerializeToElement(result);
    }
}

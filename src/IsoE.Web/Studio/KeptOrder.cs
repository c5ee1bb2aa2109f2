using System.Text.Json.Nodes;

namespace IsoE.Web.Studio;

/// <summary>Gives JSON the order of an earlier version of itself: properties by name, items of lists by what identifies them.</summary>
public static class KeptOrder
{
    /// <returns>A copy of <paramref name="now"/>; what is new comes after what was there before.</returns>
    public static JsonNode? Of(JsonNode? now, JsonNode? before) => (now, before) switch
    {
        (JsonObject changed, JsonObject old) => Of(changed, old),
        (JsonArray changed, JsonArray old) => Of(changed, old),
        _ => now?.DeepClone(),
    };

    private static JsonObject Of(JsonObject now, JsonObject before)
    {
        var names = before.Select(member => member.Key).Where(now.ContainsKey)
            .Concat(now.Select(member => member.Key).Where(name => !before.ContainsKey(name)));
        var arranged = new JsonObject();
        foreach (var name in names) arranged[name] = Of(now[name], before[name]);
        return arranged;
    }

    private static JsonArray Of(JsonArray now, JsonArray before)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < before.Count; i++)
            if (KeyOf(before[i]) is { } key) places.TryAdd(key, i);
        var items = now.Select((item, i) => (Item: item, Key: KeyOf(item), Index: i)).ToList();
        // Lists of plain values mean their order; only identified items may be put back.
        if (items.Exists(item => item.Key is null)) return [.. items.Select(item => Of(item.Item, item.Index < before.Count ? before[item.Index] : null))];
        return
        [
            .. items.OrderBy(item => places.GetValueOrDefault(item.Key!, int.MaxValue)).ThenBy(item => item.Index)
                .Select(item => Of(item.Item, places.TryGetValue(item.Key!, out var place) ? before[place] : null)),
        ];
    }

    private static string? KeyOf(JsonNode? item) => item switch
    {
        JsonObject o when o["id"] is JsonValue id => $"id:{id}",
        JsonObject o when o["source"] is JsonObject source && o["target"] is JsonObject target =>
            $"way:{source["activity"]}:{source["port"]}:{target["activity"]}",
        JsonObject o when o["name"] is JsonValue name => $"name:{name}",
        JsonObject o when o["label"] is JsonValue label => $"label:{label}",
        _ => null,
    };
}

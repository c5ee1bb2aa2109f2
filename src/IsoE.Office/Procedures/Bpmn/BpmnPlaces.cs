using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Where the steps stand: as on the designer's canvas, wide enough apart for the gateways between them.</summary>
internal static class BpmnPlaces
{
    private const double Wider = 1.9;
    private const double Higher = 1.4;
    private const double Margin = 160;
    private const double Row = 140;

    public static Dictionary<string, BpmnBox> Of(IReadOnlyList<JsonObject> activities)
    {
        var drawn = activities.Select(activity => (Id: activity["id"]!.GetValue<string>(), Box: Box(activity))).ToList();
        var below = drawn.Select(each => each.Box?.Bottom ?? 0).DefaultIfEmpty(0).Max() + Row;
        var boxes = drawn.Select((each, i) => (each.Id, Box: each.Box ?? new BpmnBox(i * 240, below, 190, 60))).ToList();
        var (left, top) = (boxes.Select(each => each.Box.X).DefaultIfEmpty(0).Min(), boxes.Select(each => each.Box.Y).DefaultIfEmpty(0).Min());
        return boxes.ToDictionary(each => each.Id, each => each.Box with
        {
            X = Margin + ((each.Box.X - left) * Wider),
            Y = Margin + ((each.Box.Y - top) * Higher),
        }, StringComparer.Ordinal);
    }

    private static BpmnBox? Box(JsonObject activity)
    {
        var designer = activity["metadata"]?["designer"];
        return Number(designer, "position", "x") is { } x && Number(designer, "position", "y") is { } y
            ? new BpmnBox(x, y, Number(designer, "size", "width") ?? 190, Number(designer, "size", "height") ?? 60)
            : null;
    }

    private static double? Number(JsonNode? designer, string part, string name) =>
        designer is JsonObject && designer[part] is JsonObject box && box[name] is JsonValue value && value.TryGetValue<double>(out var number)
            ? number
            : null;
}

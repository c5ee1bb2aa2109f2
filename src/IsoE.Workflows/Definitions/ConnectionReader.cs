using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Reads the connections of a flowchart; the flat form of old files becomes the nested one.</summary>
internal sealed class ConnectionReader(Reading reading)
{
    public IReadOnlyList<Connection> Read(SourceNode flowchart, IReadOnlyList<Activity> activities)
    {
        var known = activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);

        // Ids of refused activities are known too: their connections are not a second error.
        foreach (var item in flowchart.Find("activities")?.Items ?? [])
        {
            known.Add(item.FindText("id") ?? "");
        }

        var items = new HeadReader(flowchart, reading).Items(flowchart, "connections");
        return [.. items.Select(item => Connection(item, known)).OfType<Connection>()];
    }

    private Connection? Connection(SourceNode node, HashSet<string> known)
    {
        if (node.Kind != JsonValueKind.Object || node.Find("source") is not { } source || node.Find("target") is not { } target)
        {
            reading.Refuse(node.Place, "connection-incomplete",
                "Đường nối phải có “source” và “target”.", "A connection needs its “source” and its “target”.");
            return null;
        }

        Nest(node, source, "sourcePort", "Done");
        Nest(node, target, "targetPort", "In");
        var from = End(source, known);
        var to = End(target, known);
        return from is null || to is null ? null : new Connection(from, Port(source), to);
    }

    private static void Nest(SourceNode connection, SourceNode end, string flatPort, string port)
    {
        if (end.Kind == JsonValueKind.String)
        {
            var nested = new SourceNode(JsonValueKind.Object, end.Place);
            nested.Set("activity", SourceNode.Of(end.Scalar, end.Place));
            nested.Set("port", SourceNode.Of(Values.Of(connection.FindText(flatPort) ?? port), end.Place));
            end.Become(nested);
            connection.Members.RemoveAll(m => m.Key == flatPort);
        }
        else if (end.Kind == JsonValueKind.Object && end.FindText("port") is not { Length: > 0 })
        {
            end.Set("port", SourceNode.Of(Values.Of(port), end.Place));
        }
    }

    private string? End(SourceNode end, HashSet<string> known)
    {
        var id = end.Kind == JsonValueKind.Object ? end.FindText("activity") : null;
        if (id is not null && known.Contains(id))
        {
            return id;
        }

        reading.Refuse(end.Place, "dangling-connection",
            $"Đường nối dẫn tới bước không có trong lưu đồ: “{id}”.",
            $"The connection names an activity that is not in this flowchart: “{id}”.");
        return null;
    }

    private static string Port(SourceNode end) => end.FindText("port") ?? "Done";
}

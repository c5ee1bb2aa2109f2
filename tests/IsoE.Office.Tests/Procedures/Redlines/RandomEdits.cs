using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IsoE.Office.Procedures;
using IsoE.Office.Procedures.Redlines;

namespace IsoE.Office.Tests.Procedures.Redlines;

/// <summary>Whatever an author, a designer or an accident may do to the two texts of a procedure.</summary>
internal static class RandomEdits
{
    private static readonly string[] Texts = ["Lấy ý kiến", "4h", "2wd", "division_head", "pauses", "true", "12", "", "Đã sửa: “a” # b", "getInput('case') == 'works' ? '8h' : '4h'", "WaitAny"];

    public static Gen<(ProcedureContent Before, ProcedureContent After)> Pairs =>
        from source in Gen.Elements<ProcedureContent>(ShippedContents.All)
        from edits in Edit.NonEmptyListOf()
        select (source, edits.Take(6).Aggregate(source, (s, edit) => edit(s)));

    private static Gen<Func<ProcedureContent, ProcedureContent>> Edit =>
        from place in Gen.Choose(0, 9)
        from what in Gen.Choose(0, 8)
        from which in Gen.Choose(0, 1_000_000)
        select (Func<ProcedureContent, ProcedureContent>)(s => place switch
        {
            < 4 => s with { Flow = InJson(s.Flow, what, which) },
            4 => s with { Flow = Inserted(s.Flow, which) },
            5 => s with { Flow = s.Flow.Replace("\n", "\n ", StringComparison.Ordinal) },
            < 8 => s with { Text = InFront(s.Text, what, which) },
            8 => s with { Text = InProse(s.Text, what, which) },
            _ => s with { Text = s.Text.Replace("source:", "source:  # nguồn\n      ", StringComparison.Ordinal).Replace("\n\n", "\n\n\n", StringComparison.Ordinal) },
        });

    private static string InJson(string json, int what, int which)
    {
        if (Parsed(json) is not { } root) return json;
        Change(root, what, which);
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = what % 2 == 0 });
    }

    private static string InFront(string text, int what, int which)
    {
        var form = TextForm.Of(text);
        if (form.Tree.Find(TextForm.Front) is not { } front) return text;
        var root = JsonNode.Parse(front.Tree.ToJson().GetRawText())!;
        Change(root, what, which);
        var body = text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        return $"---\n{YamlText.Of(JsonSerializer.SerializeToElement(root))}---\n{body}";
    }

    private static string InProse(string text, int what, int which)
    {
        var at = text.IndexOf("\n---\n", StringComparison.Ordinal) + 5;
        if (at < 5) return text;
        var blocks = text[at..].Split("\n\n").ToList();
        var i = which % blocks.Count;
        switch (what)
        {
            case 0: blocks.RemoveAt(i); break;
            case 1: blocks.Insert(i, "Đoạn thêm mới."); break;
            case 2: blocks.Insert(i, "# Mục thêm"); break;
            case 3: blocks[i] += " Sửa."; break;
            case 4: blocks.Reverse(); break;
            default: (blocks[i], blocks[^1]) = (blocks[^1], blocks[i]); break;
        }
        return text[..at] + string.Join("\n\n", blocks);
    }

    /// <summary>A new step on one of the connections, as an editor makes it.</summary>
    private static string Inserted(string flow, int which)
    {
        if (Parsed(flow) is not JsonObject { } root || root["root"] is not JsonObject chart
            || chart["connections"] is not JsonArray { Count: > 0 } connections || chart["activities"] is not JsonArray activities
            || connections[which % connections.Count] is not JsonObject on || on["target"]?["activity"] is not JsonValue)
            return flow;
        var id = $"new-{which}";
        activities.Add(JsonNode.Parse($$$$"""{"id":"{{{{id}}}}","type":"IsoE.UserTask","version":1,"title":{"typeName":"String","expression":{"type":"Literal","value":"Bước mới"}},"role":{"typeName":"String","expression":{"type":"Literal","value":"clerk"}},"outcomes":{"typeName":"String[]","expression":{"type":"Literal","value":["Done"]}}}"""));
        connections.Add(JsonNode.Parse($$$$"""{"source":{"activity":"{{{{id}}}}","port":"Done"},"target":{"activity":"{{{{on["target"]!["activity"]}}}}","port":"In"}}"""));
        on["target"]!["activity"] = id;
        return root.ToJsonString();
    }

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Change(JsonNode root, int what, int which)
    {
        var all = Descendants(root).ToList();
        var node = all[which % all.Count];
        var replacement = JsonValue.Create(Texts[which % Texts.Length]);
        switch (node)
        {
            case JsonObject { Count: > 0 } map when what < 2: map.Remove(map.ElementAt(which % map.Count).Key); break;
            case JsonObject map when what < 4: map[$"extra{which % 3}"] = replacement; break;
            case JsonObject { Count: > 1 } map: Rotate(map); break;
            case JsonArray { Count: > 0 } list when what < 2: list.RemoveAt(which % list.Count); break;
            case JsonArray { Count: > 0 } list when what < 4: list.Insert(which % list.Count, list[which % list.Count]?.DeepClone()); break;
            case JsonArray { Count: > 0 } list when what < 6: Rotate(list, which); break;
            case JsonArray list: list.Add(replacement); break;
            case JsonValue when node.Parent is not null: node.ReplaceWith(replacement); break;
        }
    }

    private static void Rotate(JsonObject map)
    {
        var (key, value) = map.First();
        map.Remove(key);
        map[key] = value;
    }

    private static void Rotate(JsonArray list, int which)
    {
        var item = list[which % list.Count];
        list.RemoveAt(which % list.Count);
        list.Add(item);
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject map => map.Select(m => m.Value).OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Descendants).Prepend(node),
        _ => [node],
    };
}

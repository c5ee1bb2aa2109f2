using System.Text.Json;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines.Trees;

/// <summary>A structured text as a redline sees it: values in maps and lists, each with a key that tells it from its neighbours.</summary>
/// <remarks>
/// Keys are fixed when the tree is read: an item is the same item in another version when its key is the same,
/// wherever it stands. A list whose items have no keys is one value.
/// </remarks>
internal sealed class Tree
{
    private readonly string value;

    private Tree(TreeKind kind, string value, List<Branch> branches) => (Kind, this.value, Branches) = (kind, value, branches);

    public TreeKind Kind { get; }

    /// <summary>Members of a map or items of a list, in order.</summary>
    public List<Branch> Branches { get; }

    public static Tree Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new(TreeKind.Map, "", [.. Distinct(json.EnumerateObject().Select(m => (m.Name, m.Name, Of(m.Value))))]),
        JsonValueKind.Array when TreeKeys.Of(json) is { } keys =>
            new(TreeKind.List, "", [.. Distinct(json.EnumerateArray().Zip(keys, (item, key) => (key, "", Of(item))))]),
        _ => new(TreeKind.Value, Values.ToJson(json), []),
    };

    /// <summary>A list of texts in which what matters is the order: paragraphs.</summary>
    public static Tree Sequence(IEnumerable<string> texts) =>
        new(TreeKind.Sequence, "", [.. texts.Select(text => new Branch("", "", Value(text)))]);

    public static Tree Map(IEnumerable<(string Name, Tree Tree)> members) =>
        new(TreeKind.Map, "", [.. Distinct(members.Select(m => (m.Name, m.Name, m.Tree)))]);

    public static Tree List(IEnumerable<(string Key, Tree Tree)> items) =>
        new(TreeKind.List, "", [.. Distinct(items.Select(i => (i.Key, "", i.Tree)))]);

    public static Tree Value(string? text) => new(TreeKind.Value, Values.ToJson(Values.Of(text)), []);

    public Branch? Find(string key) => Branches.Find(b => b.Key == key);

    /// <summary>What stands at the path; null when nothing does.</summary>
    public Tree? Find(IEnumerable<string> path) => path.Aggregate((Tree?)this, (tree, key) => tree?.Find(key)?.Tree);

    /// <summary>The text at the path, when it is one.</summary>
    public string? Text(params IEnumerable<string> path) =>
        Find(path) is { Kind: TreeKind.Value } found && found.ToJson() is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The same text: equal trees are equal to the byte.</summary>
    public bool Same(Tree other) => Kind == other.Kind && value == other.value
        && Branches.Count == other.Branches.Count
        && Branches.Zip(other.Branches).All(p => p.First.Key == p.Second.Key && p.First.Name == p.Second.Name && p.First.Tree.Same(p.Second.Tree));

    public JsonElement ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) WriteTo(writer);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 512 });
        return JsonElement.ParseValue(ref reader);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (Kind == TreeKind.Value)
        {
            writer.WriteRawValue(value);
            return;
        }
        if (Kind == TreeKind.Map) writer.WriteStartObject();
        else writer.WriteStartArray();
        foreach (var branch in Branches)
        {
            if (Kind == TreeKind.Map) writer.WritePropertyName(branch.Name);
            branch.Tree.WriteTo(writer);
        }
        if (Kind == TreeKind.Map) writer.WriteEndObject();
        else writer.WriteEndArray();
    }

    /// <summary>A copy that shares nothing.</summary>
    public Tree Copy() => new(Kind, value, [.. Branches.Select(b => b with { Tree = b.Tree.Copy() })]);

    // A second item of the same key is another item: "Done", "Done~2".
    private static IEnumerable<Branch> Distinct(IEnumerable<(string Key, string Name, Tree Tree)> items)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, name, tree) in items)
        {
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return new Branch(number == 1 ? key : $"{key}~{number}", name, tree);
        }
    }
}

/// <param name="Key">Unique among its neighbours.</param>
/// <param name="Name">Name of a map's member; empty in lists.</param>
internal sealed record Branch(string Key, string Name, Tree Tree);

internal enum TreeKind
{
    /// <summary>A single value, or a list without keys.</summary>
    Value,
    Map,

    /// <summary>Items with keys.</summary>
    List,

    /// <summary>Texts told apart by their order alone.</summary>
    Sequence,
}

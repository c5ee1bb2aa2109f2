using System.Text.Json.Nodes;

namespace IsoE.Office.Procedures.Editing.Source;

/// <summary>
/// A text of which one stretch is YAML. Values are changed where they stand, by their spans; every other character,
/// comments and quoting included, stays as it is.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>A value that is replaced keeps its quotes where the new one allows.</item>
/// <item>A new key goes behind the keys that come before it in <c>order</c>, on a line of its own, or in the braces.</item>
/// <item>A new item goes behind the last one, at its indentation; in braces when one line holds it.</item>
/// <item>What is removed takes its lines along, or its comma. A list that becomes empty is written <c>[]</c>.</item>
/// </list>
/// </remarks>
internal sealed class YamlSource(string text, YamlMapping root)
{
    private readonly string newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public YamlMapping Root => root;

    /// <summary>The text with a key of a mapping set; null removes the key.</summary>
    /// <param name="order">The keys of the mapping in the order in which they are written.</param>
    public string Set(YamlMapping map, string key, JsonNode? value, IReadOnlyList<string> order)
    {
        var index = map.IndexOf(key);
        if (value is null) return index < 0 ? text : Remove(map, index);
        return index < 0 ? Insert(map, key, value, order) : Replace(map, index, value);
    }

    public string Add(YamlMapping map, string key, JsonObject item, IReadOnlyList<string> order)
    {
        if (map.Find(key) is not YamlList { Items.Count: > 0 } list) return Set(map, key, new JsonArray(item.DeepClone()), order);
        if (list.IsFlow) return Splice(list.Items[^1].End, 0, ", " + YamlWriting.Flow(item));
        var indent = new string(' ', ColumnOf(Hyphen(list.Items[^1])));
        return Splice(LineEnd(list.Items[^1].End), 0, $"\n{indent}- {YamlWriting.Item(item, indent)}");
    }

    public string RemoveItem(YamlMapping map, string key, int index)
    {
        var list = (YamlList)map.Find(key)!;
        if (list.Items.Count == 1) return Replace(map, map.IndexOf(key), new JsonArray());
        if (list.IsFlow) return RemoveBetweenCommas(list.Items, index);
        var start = LineStart(Hyphen(list.Items[index]));
        return Splice(start, NextLine(list.Items[index].End) - start, "");
    }

    /// <summary>The text with an item and the next one in each other's place; what stands between them stays.</summary>
    public string SwapWithNext(YamlList list, int index)
    {
        var (first, second) = (Block(list, index), Block(list, index + 1));
        return string.Concat(
            text[..first.Start], text[second.Start..second.End], text[first.End..second.Start], text[first.Start..first.End], text[second.End..]);
    }

    /// <summary>The text with a key of the whole mapping as another text has it: its lines, or none.</summary>
    public string Take(string key, YamlSource other, IReadOnlyList<string> order)
    {
        var lines = other.LinesOf(key).ReplaceLineEndings(newLine);
        if (root.IndexOf(key) is >= 0 and var index)
        {
            var (start, end) = Lines(index);
            return text[..start] + lines + text[end..];
        }
        var place = order.TakeWhile(known => known != key).ToHashSet(StringComparer.Ordinal);
        var before = Enumerable.Range(0, root.Entries.Count).LastOrDefault(i => place.Contains(root.Entries[i].Key.Value), -1);
        var at = before < 0 ? LineStart(root.Start) : Lines(before).End;
        return text[..at] + lines + text[at..];
    }

    /// <summary>The lines of a key of the whole mapping; empty when it is not there.</summary>
    public string LinesOf(string key) =>
        root.IndexOf(key) is >= 0 and var index && Lines(index) is var (start, end) ? text[start..end] : "";

    private (int Start, int End) Lines(int index)
    {
        var (key, value) = root.Entries[index];
        return (LineStart(key.Start), NextLine(value.End));
    }

    private (int Start, int End) Block(YamlList list, int index) =>
        (list.IsFlow ? list.Items[index].Start : Hyphen(list.Items[index]), list.IsFlow ? list.Items[index].End : LineEnd(list.Items[index].End));

    private string Replace(YamlMapping map, int index, JsonNode value)
    {
        var (key, old) = map.Entries[index];
        if (old is YamlScalar { IsNothing: false } scalar && value is JsonValue)
            return Splice(old.Start, old.End - old.Start, YamlWriting.Like(scalar, value, map.IsFlow));
        var start = text.IndexOf(':', key.End) + 1;
        var written = map.IsFlow ? " " + YamlWriting.Flow(value) : YamlWriting.Behind(value, new string(' ', ColumnOf(key.Start)));
        return Splice(start, Math.Max(old.End - start, 0), written);
    }

    private string Insert(YamlMapping map, string key, JsonNode value, IReadOnlyList<string> order)
    {
        var place = order.TakeWhile(known => known != key).ToHashSet(StringComparer.Ordinal);
        var before = Enumerable.Range(0, map.Entries.Count).LastOrDefault(i => place.Contains(map.Entries[i].Key.Value), -1);
        if (map.IsFlow)
        {
            var entry = $"{key}: {YamlWriting.Flow(value)}";
            return before >= 0 ? Splice(map.Entries[before].Value.End, 0, ", " + entry)
                : Splice(map.Start + 1, 0, map.Entries.Count > 0 ? entry + ", " : entry);
        }
        var first = map.Entries[0].Key.Start;
        var indent = new string(' ', ColumnOf(first));
        var line = $"{key}:{YamlWriting.Behind(value, indent)}";
        return before >= 0 ? Splice(LineEnd(map.Entries[before].Value.End), 0, $"\n{indent}{line}") : Splice(first, 0, $"{line}\n{indent}");
    }

    private string Remove(YamlMapping map, int index)
    {
        var (key, value) = map.Entries[index];
        if (map.IsFlow)
            return RemoveBetweenCommas([.. map.Entries.Select(entry => new YamlScalar(entry.Key.Start, entry.Value.End, "", default))], index);
        var start = LineStart(key.Start);
        // The first key of an item shares its line with the hyphen: the next key moves up to it.
        if (text[start..key.Start].Trim().Length > 0 && map.Entries.Count > 1)
            return Splice(key.Start, map.Entries[1].Key.Start - key.Start, "");
        return Splice(start, NextLine(value.End) - start, "");
    }

    private string RemoveBetweenCommas(IReadOnlyList<YamlPart> parts, int index) =>
        index > 0 ? Splice(parts[index - 1].End, parts[index].End - parts[index - 1].End, "")
        : parts.Count > 1 ? Splice(parts[0].Start, parts[1].Start - parts[0].Start, "")
        : Splice(parts[0].Start, parts[0].End - parts[0].Start, "");

    private int Hyphen(YamlPart item) => text.LastIndexOf('-', item.Start - 1);

    private int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private int ColumnOf(int at) => at - LineStart(at);

    /// <summary>Where the line ends that holds the character before <paramref name="at"/>; a comment on it belongs to it.</summary>
    private int LineEnd(int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end > 0 && text[end - 1] == '\r' ? end - 1 : end;
    }

    private int NextLine(int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    private string Splice(int start, int length, string written) =>
        string.Concat(text.AsSpan(0, start), written.ReplaceLineEndings(newLine), text.AsSpan(start + length));
}

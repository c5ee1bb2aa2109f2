using System.Text;
using System.Text.Json.Nodes;

namespace IsoE.Workflows.Editing.Source;

/// <summary>A JSON text as a tree that can be changed and written back.</summary>
/// <remarks>
/// <para>The rule of formatting:</para>
/// <list type="bullet">
/// <item>Nothing but what is changed moves: other bytes, the order of members and items, a byte order mark and the
/// end of the file stay.</item>
/// <item>A value that is replaced is written where the old one stood.</item>
/// <item>A new member or item begins a line when its neighbours do, with their indentation; inside, it is indented by
/// the unit of the file. Between neighbours on one line it stays on that line.</item>
/// <item>Line ends, the unit of indentation and the blank after a colon are those of the file; letters are written as
/// letters unless the file escapes them.</item>
/// <item>What is removed takes along its comma and the white space before it.</item>
/// </list>
/// </remarks>
internal sealed class JsonSource
{
    private readonly string head;
    private readonly string tail;

    private JsonSource(string head, JsonPart root, string tail, JsonStyle style)
    {
        (this.head, Root, this.tail, Style) = (head, root, tail, style);
    }

    public JsonPart Root { get; }

    public JsonStyle Style { get; }

    /// <param name="json">Well-formed JSON without comments.</param>
    public static JsonSource Read(string json)
    {
        var scan = new JsonScan(json);
        var head = scan.Blank();
        var root = scan.Value();
        return new JsonSource(head, root, scan.Blank(), JsonStyle.Of(json, root));
    }

    /// <summary>Puts a value in place of another, indented as the entry it stands in.</summary>
    public void Replace(JsonPart part, JsonNode? value, string? indent) => part.Become(Style.Write(value, indent));

    /// <summary>Sets a member. A new one goes after the last of <paramref name="after"/> that is there, else to the end.</summary>
    public void Set(JsonPart owner, string name, JsonNode? value, params ReadOnlySpan<string> after)
    {
        if (owner.FindEntry(name) is { } known)
        {
            if (!JsonNode.DeepEquals(known.Value.ToNode(), value))
            {
                Replace(known.Value, value, known.Indent);
            }

            return;
        }

        var index = after.Length == 0 ? owner.Entries.Count : 1 + LastOf(owner, after);
        Insert(owner, index, name, value);
    }

    /// <summary>Adds an item to an array, at the end or before the item at <paramref name="index"/>.</summary>
    public JsonPart Add(JsonPart array, JsonNode? value, int? index = null) =>
        Insert(array, index ?? array.Entries.Count, null, value);

    /// <summary>Writes a copy of an item behind it, laid out as it is.</summary>
    public static JsonPart Repeat(JsonPart array, JsonEntry entry)
    {
        var index = array.Entries.IndexOf(entry);
        var copy = new JsonEntry(index == 0 && array.Entries.Count > 1 ? array.Entries[1].Before : entry.Before, null, "", new JsonScan(entry.Value.ToString()).Value(), "");
        array.Entries.Insert(index + 1, copy);
        return copy.Value;
    }

    /// <summary>Adds a member, or an item when <paramref name="name"/> is null, before the entry at <paramref name="index"/>.</summary>
    public JsonPart Insert(JsonPart owner, int index, string? name, JsonNode? value)
    {
        var before = Before(owner, index);
        var entry = Style.Entry(before, name, value);
        if (index == 0 && owner.Entries.Count > 0 && owner.Entries[0].Indent is null)
        {
            owner.Entries[0].Before = Style.Gap;
        }

        owner.Entries.Insert(index, entry);
        return entry.Value;
    }

    public static void Remove(JsonPart owner, JsonEntry entry)
    {
        var index = owner.Entries.IndexOf(entry);
        owner.Entries.RemoveAt(index);
        if (owner.Entries.Count == 0)
        {
            owner.Tail = "";
        }
        else if (index == 0)
        {
            owner.Entries[0].Before = entry.Before;
        }
        else if (index == owner.Entries.Count)
        {
            owner.Entries[^1].After = "";
        }
    }

    public static void Remove(JsonPart owner, string name)
    {
        if (owner.FindEntry(name) is { } entry)
        {
            Remove(owner, entry);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(head);
        Root.WriteTo(text);
        return text.Append(tail).ToString();
    }

    private static int LastOf(JsonPart owner, ReadOnlySpan<string> names)
    {
        for (var i = owner.Entries.Count - 1; i >= 0; i--)
        {
            if (owner.Entries[i].Name is { } name && (names.Contains(name) || names.Contains(char.ToLowerInvariant(name[0]) + name[1..])))
            {
                return i;
            }
        }

        return -1;
    }

    private string Before(JsonPart owner, int index)
    {
        if (owner.Entries.Count == 0)
        {
            var indent = IndentOf(owner);
            owner.Tail = indent is null ? "" : Style.NewLine + indent;
            return indent is null ? "" : Style.NewLine + indent + Style.Unit;
        }

        var beside = owner.Entries[Math.Min(index, owner.Entries.Count - 1)];
        return beside.Indent is { } written ? Style.NewLine + written
            : index > 0 && owner.Entries.Count == 1 ? Style.Gap
            : beside.Before;
    }

    /// <summary>Indentation of the line an empty container stands on; null when the file, or its part, is on one line.</summary>
    private string? IndentOf(JsonPart part) => Style.NewLine.Length == 0 ? null : part == Root ? "" : IndentIn(Root, part);

    private static string? IndentIn(JsonPart owner, JsonPart part)
    {
        foreach (var entry in owner.Entries)
        {
            if (entry.Value == part)
            {
                return entry.Indent;
            }

            if (entry.Value.Entries.Count > 0 && Holds(entry.Value, part))
            {
                return IndentIn(entry.Value, part);
            }
        }

        return null;
    }

    private static bool Holds(JsonPart owner, JsonPart part) =>
        owner.Entries.Exists(entry => entry.Value == part || Holds(entry.Value, part));
}

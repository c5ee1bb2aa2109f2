using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IsoE.Workflows.Editing.Source;

/// <summary>
/// A value of a JSON text together with the white space in it. What is not changed is written back byte for byte;
/// what is added looks like what stands beside it.
/// </summary>
internal sealed class JsonPart
{
    private JsonPart(JsonValueKind kind)
    {
        Kind = kind;
    }

    public JsonValueKind Kind { get; private set; }

    /// <summary>A string, number, boolean or null as it is written.</summary>
    public string Raw { get; private set; } = "";

    /// <summary>Members of an object or items of an array, in the order of the text.</summary>
    public List<JsonEntry> Entries { get; private set; } = [];

    /// <summary>White space before the closing bracket.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The text of a string; null for anything else.</summary>
    public string? Text => Kind == JsonValueKind.String ? Unquoted(Raw) : null;

    public static string Unquoted(string raw) =>
        raw.Contains('\\', StringComparison.Ordinal) ? JsonSerializer.Deserialize<string>(raw)! : raw[1..^1];

    /// <summary>Items of an array, also of one that an old file wraps as <c>{"$values": [...]}</c>.</summary>
    public IEnumerable<JsonPart> Items => List.Entries.Select(entry => entry.Value);

    /// <summary>The array itself, without the wrapper of old files.</summary>
    public JsonPart List => Kind == JsonValueKind.Object && Find("$values") is { Kind: JsonValueKind.Array } wrapped ? wrapped : this;

    public static JsonPart Scalar(JsonValueKind kind, string raw) => new(kind) { Raw = raw };

    public static JsonPart Container(JsonValueKind kind, List<JsonEntry> entries, string tail) =>
        new(kind) { Entries = entries, Tail = tail };

    /// <summary>The member of that camelCase name, or of its PascalCase form in old files.</summary>
    public JsonPart? Find(string name) => FindEntry(name)?.Value;

    public JsonEntry? FindEntry(string name) =>
        Entries.Find(entry => entry.Name == name) ?? Entries.Find(entry => entry.Name == Pascal(name));

    public string? FindText(string name) => Find(name)?.Text;

    /// <summary>The value as a JSON tree of its own.</summary>
    public JsonNode? ToNode() => JsonNode.Parse(ToString());

    /// <summary>Becomes another value, white space included.</summary>
    public void Become(JsonPart other)
    {
        (Kind, Raw, Entries, Tail) = (other.Kind, other.Raw, other.Entries, other.Tail);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }

    public void WriteTo(StringBuilder text)
    {
        if (Kind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            text.Append(Raw);
            return;
        }

        text.Append(Kind == JsonValueKind.Object ? '{' : '[');
        for (var i = 0; i < Entries.Count; i++)
        {
            Entries[i].WriteTo(text, i == 0);
        }

        text.Append(Tail).Append(Kind == JsonValueKind.Object ? '}' : ']');
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>A member of an object, or an item of an array, with the white space around it.</summary>
/// <param name="before">White space between the bracket or comma before it and the entry.</param>
/// <param name="quoted">The name as it is written, quotes included; null for an item.</param>
/// <param name="colon">The colon with the white space around it; empty for an item.</param>
/// <param name="after">White space between the value and the comma that follows; empty for the last entry.</param>
internal sealed class JsonEntry(string before, string? quoted, string colon, JsonPart value, string after)
{
    public string Before { get; set; } = before;

    public string? Name { get; } = quoted is null ? null : JsonPart.Unquoted(quoted);

    public string Colon { get; } = colon;

    public JsonPart Value { get; } = value;

    public string After { get; set; } = after;

    /// <summary>White space that indents the entry when it begins a line; null when it does not.</summary>
    public string? Indent => Before.LastIndexOf('\n') is >= 0 and var line ? Before[(line + 1)..] : null;

    public void WriteTo(StringBuilder text, bool isFirst)
    {
        text.Append(isFirst ? "" : ",").Append(Before).Append(quoted).Append(Colon);
        Value.WriteTo(text);
        text.Append(After);
    }
}

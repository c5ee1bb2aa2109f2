using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>A JSON value that knows its place in the file. Objects and arrays can be put into canonical form.</summary>
internal sealed class SourceNode(JsonValueKind kind, Place place)
{
    public JsonValueKind Kind { get; private set; } = kind;

    public Place Place { get; } = place;

    /// <summary>Members of an object in the order of the file.</summary>
    public List<KeyValuePair<string, SourceNode>> Members { get; private set; } = [];

    /// <summary>Items of an array.</summary>
    public List<SourceNode> Items { get; private set; } = [];

    /// <summary>A string, number, boolean or null.</summary>
    public JsonElement Scalar { get; private set; } = Values.Null;

    public bool IsNothing => Kind == JsonValueKind.Null;

    public string? Text => Kind == JsonValueKind.String ? Scalar.GetString() : null;

    public static SourceNode Of(JsonElement scalar, Place place) => new(scalar.ValueKind, place) { Scalar = scalar };

    /// <summary>The member of that camelCase name, or of its PascalCase form in old files, which is then renamed.</summary>
    public SourceNode? Find(string name)
    {
        var index = Members.FindIndex(m => m.Key == name);
        if (index >= 0)
        {
            return Members[index].Value;
        }

        var pascal = char.ToUpperInvariant(name[0]) + name[1..];
        index = Members.FindIndex(m => m.Key == pascal);
        if (index < 0)
        {
            return null;
        }

        Members[index] = new(name, Members[index].Value);
        return Members[index].Value;
    }

    public string? FindText(string name) => Find(name)?.Text;

    public void Set(string name, SourceNode value)
    {
        var index = Members.FindIndex(m => m.Key == name);
        if (index >= 0)
        {
            Members[index] = new(name, value);
        }
        else
        {
            Members.Add(new(name, value));
        }
    }

    /// <summary>Becomes what <paramref name="other"/> is, keeping its own place.</summary>
    public void Become(SourceNode other)
    {
        Kind = other.Kind;
        Members = other.Members;
        Items = other.Items;
        Scalar = other.Scalar;
    }

    /// <summary>Old files wrap arrays as <c>{"$values": [...]}</c>.</summary>
    public void UnwrapValues()
    {
        if (Kind == JsonValueKind.Object && Members.Find(m => m.Key == "$values").Value is { Kind: JsonValueKind.Array } list)
        {
            Become(list);
        }
    }

    /// <summary>Puts the members into a fixed order; the others stay between <paramref name="first"/> and <paramref name="last"/>.</summary>
    public void Order(string[] first, string[] last)
    {
        int Rank(string name) =>
            Array.IndexOf(first, name) is >= 0 and var early ? early - first.Length
            : Array.IndexOf(last, name) is >= 0 and var late ? late + 1
            : 0;

        Members = [.. Members.OrderBy(m => Rank(m.Key))];
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in Members)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                Items.ForEach(item => item.WriteTo(writer));
                writer.WriteEndArray();
                break;
            default:
                Scalar.WriteTo(writer);
                break;
        }
    }

    public JsonElement ToElement()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Values.Compact))
        {
            WriteTo(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 256 });
        return JsonElement.ParseValue(ref reader);
    }
}

using System.Text;
using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Turns bytes into <see cref="SourceNode"/>s; the first fault of the JSON itself ends the reading.</summary>
internal ref struct SourceReader
{
    private readonly ReadOnlySpan<byte> bytes;
    private readonly Reading reading;
    private readonly int[] lineStarts;
    private Utf8JsonReader json;

    private SourceReader(ReadOnlySpan<byte> bytes, Reading reading)
    {
        this.bytes = bytes;
        this.reading = reading;
        lineStarts = LineStarts(bytes);
        json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 1024 });
    }

    /// <returns>Null when the bytes are no JSON, are too large, or nest too deep; the reading then has the error.</returns>
    public static SourceNode? Read(ReadOnlySpan<byte> bytes, Reading reading)
    {
        var start = new Place(1, 1, "$");
        if (bytes.Length > Reading.LargestFile)
        {
            reading.Refuse(start, "file-too-large",
                "Tệp lớn hơn 5 MB. Hãy tách quy trình thành các quy trình con.",
                "The file is larger than 5 MB. Split the procedure into sub-procedures.");
            return null;
        }

        var source = new SourceReader(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, reading);
        try
        {
            source.json.Read();
            var root = source.Value("$", 0);
            return root is not null && source.AtEnd() ? root : null;
        }
        catch (JsonException e)
        {
            source.Malformed(e);
            return null;
        }
    }

    // Reading past the value lets the JSON reader complain about anything that follows.
    private bool AtEnd() => !json.Read();

    private SourceNode? Value(string path, int depth)
    {
        var place = PlaceAt((int)json.TokenStartIndex, path);
        if (depth > Reading.DeepestNesting)
        {
            reading.Refuse(place, "nested-too-deep",
                $"Nội dung lồng nhau quá {Reading.DeepestNesting} cấp.",
                $"The content nests deeper than {Reading.DeepestNesting} levels.");
            return null;
        }

        return json.TokenType switch
        {
            JsonTokenType.StartObject => Object(place, depth),
            JsonTokenType.StartArray => Array(place, depth),
            _ => SourceNode.Of(JsonElement.ParseValue(ref json), place),
        };
    }

    private SourceNode? Object(Place place, int depth)
    {
        var node = new SourceNode(JsonValueKind.Object, place);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var name = json.GetString() ?? "";
            var path = $"{place.Path}.{name}";
            if (!names.Add(name))
            {
                reading.Refuse(PlaceAt((int)json.TokenStartIndex, path), "duplicate-property",
                    $"Thuộc tính “{name}” được viết hai lần.", $"The property “{name}” is written twice.");
            }

            json.Read();
            if (Value(path, depth + 1) is not { } value)
            {
                return null;
            }

            node.Members.Add(new(name, value));
        }

        return node;
    }

    private SourceNode? Array(Place place, int depth)
    {
        var node = new SourceNode(JsonValueKind.Array, place);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (Value($"{place.Path}[{node.Items.Count}]", depth + 1) is not { } value)
            {
                return null;
            }

            node.Items.Add(value);
        }

        return node;
    }

    private readonly void Malformed(JsonException e)
    {
        var line = (int)(e.LineNumber ?? 0);
        var offset = lineStarts[Math.Min(line, lineStarts.Length - 1)] + (int)(e.BytePositionInLine ?? 0);
        reading.Refuse(PlaceAt(Math.Min(offset, bytes.Length), e.Path ?? "$"), "malformed-json",
            "Tệp không phải JSON hợp lệ tại vị trí này (có thể thiếu dấu phẩy, dấu ngoặc hoặc dấu nháy).",
            "The file is not valid JSON here (a comma, bracket or quote may be missing).");
    }

    private readonly Place PlaceAt(int offset, string path)
    {
        var line = System.Array.BinarySearch(lineStarts, offset);
        line = line >= 0 ? line : ~line - 1;
        var column = Encoding.UTF8.GetCharCount(bytes[lineStarts[line]..offset]) + 1;
        return new Place(line + 1, column, path);
    }

    private static int[] LineStarts(ReadOnlySpan<byte> bytes)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}

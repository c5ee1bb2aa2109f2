using System.Text.Json;

namespace IsoE.Workflows.Editing.Source;

/// <summary>Walks through well-formed JSON and keeps every character of it.</summary>
internal struct JsonScan(string json)
{
    private int at;

    /// <summary>White space, and the byte order mark a text may begin with.</summary>
    public string Blank()
    {
        var from = at;
        while (at < json.Length && json[at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            at++;
        }

        return json[from..at];
    }

    public JsonPart Value() => json[at] switch
    {
        '{' => Container(JsonValueKind.Object),
        '[' => Container(JsonValueKind.Array),
        '"' => JsonPart.Scalar(JsonValueKind.String, Quoted()),
        't' => JsonPart.Scalar(JsonValueKind.True, Word()),
        'f' => JsonPart.Scalar(JsonValueKind.False, Word()),
        'n' => JsonPart.Scalar(JsonValueKind.Null, Word()),
        _ => JsonPart.Scalar(JsonValueKind.Number, Word()),
    };

    private JsonPart Container(JsonValueKind kind)
    {
        var entries = new List<JsonEntry>();
        at++;
        var before = Blank();
        while (json[at] is not ('}' or ']'))
        {
            entries.Add(Entry(before, kind == JsonValueKind.Object));
            if (json[at] == ',')
            {
                at++;
                before = Blank();
                continue;
            }

            before = entries[^1].After;
            entries[^1].After = "";
        }

        at++;
        return JsonPart.Container(kind, entries, before);
    }

    private JsonEntry Entry(string before, bool named)
    {
        var (name, colon) = (named ? Quoted() : null, named ? Colon() : "");
        var value = Value();
        return new JsonEntry(before, name, colon, value, Blank());
    }

    private string Colon()
    {
        var from = at;
        Blank();
        at++;
        Blank();
        return json[from..at];
    }

    private string Quoted()
    {
        var from = at++;
        while (json[at] != '"')
        {
            at += json[at] == '\\' ? 2 : 1;
        }

        at++;
        return json[from..at];
    }

    private string Word()
    {
        var from = at;
        while (at < json.Length && json[at] is not (',' or '}' or ']' or ' ' or '\t' or '\r' or '\n'))
        {
            at++;
        }

        return json[from..at];
    }
}

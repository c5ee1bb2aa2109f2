using System.Text.Json.Nodes;

namespace IsoE.Workflows.Tests.Traces;

/// <summary>
/// A short way to write definitions in traces. Lines: <c>TYPE ID name=value ...</c> for an activity (a value beginning
/// with <c>=</c> is JavaScript, <c>-&gt;variable</c> binds an output, <c>merge=Mode</c> sets the merge mode),
/// <c>a -port-&gt; b</c> for a connection, <c>variable NAME TYPE [DEFAULT]</c>, <c>input NAME TYPE</c>,
/// <c>option continue</c>. Indented activities stand inside the one above: after <c>PORT:</c> at that port, else in
/// its list.
/// </summary>
internal static class FlowNotation
{
    public static string ToJson(IEnumerable<string> lines, int version = 1)
    {
        var variables = new JsonArray();
        var inputs = new JsonArray();
        var options = new JsonObject();
        var root = Activity("Flowchart flow");
        var containers = new Stack<(int Indent, JsonObject Node)>([(-1, root)]);
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            var indent = line.Length - line.TrimStart().Length;
            var words = line.Trim().Split(' ');
            if (words[0] == "variable")
            {
                variables.Add(Declared(words, "typeName"));
            }
            else if (words[0] == "input")
            {
                inputs.Add(Declared(words, "type"));
            }
            else if (words[0] == "option")
            {
                options["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";
            }
            else
            {
                while (containers.Peek().Indent >= indent)
                {
                    containers.Pop();
                }

                Place(line.Trim(), words, containers.Peek().Node, node => containers.Push((indent, node)));
            }
        }

        return new JsonObject
        {
            ["id"] = $"trace-v{version}",
            ["definitionId"] = "trace",
            ["name"] = "Trace",
            ["version"] = version,
            ["variables"] = variables,
            ["inputs"] = inputs,
            ["options"] = options,
            ["root"] = root,
        }.ToJsonString();
    }

    private static void Place(string line, string[] words, JsonObject parent, Action<JsonObject> opened)
    {
        if (words.Length == 3 && words[1].EndsWith("->", StringComparison.Ordinal))
        {
            Append(parent, "connections", Connection(words));
            return;
        }

        var port = words[0].EndsWith(':') ? words[0][..^1] : null;
        var node = Activity(port is null ? line : line[(port.Length + 1)..].TrimStart());
        if (port is null)
        {
            Append(parent, "activities", node);
        }
        else if (port.StartsWith("case/", StringComparison.Ordinal))
        {
            var (label, condition) = (port.Split('/')[1], port.Split('/')[2]);
            Append(parent, "cases", new JsonObject { ["label"] = label, ["condition"] = Expression("=" + condition), ["activity"] = node });
        }
        else
        {
            parent[port] = node;
        }

        opened(node);
    }

    private static void Append(JsonObject parent, string list, JsonObject item)
    {
        if (parent[list] is not JsonArray items)
        {
            parent[list] = items = [];
        }

        items.Add(item);
    }

    private static JsonObject Declared(string[] words, string typeMember) => new()
    {
        ["id"] = "var-" + words[1],
        ["name"] = words[1],
        [typeMember] = words[2],
        ["value"] = words.Length > 3 ? string.Join(' ', words[3..]) : null,
    };

    private static JsonObject Connection(string[] words)
    {
        var port = words[1].Trim('>').Trim('-');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = words[0], ["port"] = port.Length > 0 ? port : "Done" },
            ["target"] = new JsonObject { ["activity"] = words[2], ["port"] = "In" },
        };
    }

    private static JsonObject Activity(string line)
    {
        var words = Split(line);
        var type = words[0].StartsWith("IsoE.", StringComparison.Ordinal) ? words[0] : "Elsa." + words[0];
        var node = new JsonObject { ["id"] = words[1], ["type"] = type, ["version"] = 1 };
        foreach (var word in words.Skip(2))
        {
            var (name, value) = (word[..word.IndexOf('=')], word[(word.IndexOf('=') + 1)..]);
            if (name == "merge")
            {
                node["customProperties"] = new JsonObject { ["mergeMode"] = value };
            }
            else if (name.StartsWith("case/", StringComparison.Ordinal))
            {
                Append(node, "cases", new JsonObject { ["label"] = name[5..], ["condition"] = Expression("=" + value) });
            }
            else if (name == "variable")
            {
                node[name] = new JsonObject { ["id"] = "var-" + value, ["name"] = value };
            }
            else if (value.StartsWith("->", StringComparison.Ordinal))
            {
                node[name] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-" + value[2..] } };
            }
            else
            {
                node[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = Expression(value) };
            }
        }

        return node;
    }

    private static JsonObject Expression(string value) => new()
    {
        ["type"] = value.StartsWith('=') ? "JavaScript" : "Literal",
        ["value"] = value.StartsWith('=') ? value[1..] : value,
    };

    /// <summary>Words at blanks; double quotes hold a value together.</summary>
    private static List<string> Split(string line)
    {
        var words = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ' ' && !quoted)
            {
                words.Add("");
            }
            else
            {
                words[^1] += c;
            }
        }

        return [.. words.Where(w => w.Length > 0)];
    }
}

using System.Globalization;
using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Reads what stands around the activities: the head, variables, inputs and outputs.</summary>
internal sealed class HeadReader(SourceNode source, Reading reading)
{
    public string Required(string name)
    {
        var text = source.FindText(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            reading.Refuse(source.Find(name)?.Place ?? source.Place, "property-missing",
                $"Thiếu “{name}” (chuỗi ký tự).", $"“{name}” is missing (a text).");
        }

        return text ?? "";
    }

    public string Optional(string name)
    {
        var node = source.Find(name);
        if (node is { Kind: not (JsonValueKind.String or JsonValueKind.Null) })
        {
            Wrong(node, name, "chuỗi ký tự", "a text");
        }

        return node?.Text ?? "";
    }

    public int Version()
    {
        var node = source.Find("version");
        if (node is { Kind: JsonValueKind.Number } && node.Scalar.TryGetInt32(out var version) && version > 0)
        {
            return version;
        }

        Wrong(node ?? source, "version", "số nguyên từ 1", "a whole number from 1");
        return 0;
    }

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(source, name).Select(i => i.Text ?? Values.ToText(i.Scalar))];

    public WorkflowOptions Options()
    {
        var strategy = source.Find("options") is { Kind: JsonValueKind.Object } options
            ? options.FindText("incidentStrategyType")
            : null;

        // Elsa writes a CLR name: Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core
        return new WorkflowOptions(strategy?.Contains("ContinueWithIncidents", StringComparison.Ordinal) == true
            ? IncidentStrategy.ContinueWithIncidents
            : IncidentStrategy.Fault);
    }

    public IReadOnlyList<VariableDefinition> Variables(SourceNode owner) =>
        [.. Items(owner, "variables").Select(Variable).OfType<VariableDefinition>()];

    public IReadOnlyList<ArgumentDefinition> Arguments(string list) =>
        [.. Items(source, list).Select(Argument).OfType<ArgumentDefinition>()];

    /// <summary>The canonical alias of the type name at <paramref name="member"/>, written back; null when refused.</summary>
    public static string? TypeName(SourceNode node, string member, Reading reading)
    {
        var at = node.Find(member);
        var written = at?.Text ?? "";
        if (TypeNames.Alias(written) is not { } alias)
        {
            reading.Refuse(at?.Place ?? node.Place, "unknown-type",
                $"Không rõ kiểu dữ liệu “{written}”. Các kiểu: {string.Join(", ", TypeNames.All)}, và dạng danh sách với [].",
                $"The data type “{written}” is not known. Known are {string.Join(", ", TypeNames.All)}, and lists of them with [].");
            return null;
        }

        at!.Become(SourceNode.Of(Values.Of(alias), at.Place));
        return alias;
    }

    /// <summary>Items of a list that may be absent; anything but a list is refused.</summary>
    public IReadOnlyList<SourceNode> Items(SourceNode owner, string name)
    {
        var node = owner.Find(name);
        node?.UnwrapValues();
        if (node is { Kind: not (JsonValueKind.Array or JsonValueKind.Null) })
        {
            Wrong(node, name, "danh sách", "a list");
        }

        return node?.Items ?? [];
    }

    private VariableDefinition? Variable(SourceNode node)
    {
        if (node.FindText("name") is not { Length: > 0 } name)
        {
            reading.Refuse(node.Place, "variable-nameless", "Biến thiếu “name”.", "The variable lacks its “name”.");
            return null;
        }

        if (TypeName(node, "typeName", reading) is not { } type)
        {
            return null;
        }

        var array = node.Find("isArray") is { Kind: JsonValueKind.True };
        var given = node.Find("value");
        if (!TypeNames.TryConvert(given?.ToElement() ?? Values.Null, array ? type + "[]" : type, out var value))
        {
            reading.Refuse(given!.Place, "value-not-of-type",
                $"Giá trị mặc định của biến “{name}” không phải kiểu {type}.",
                $"The default of the variable “{name}” is no {type}.");
        }

        return new VariableDefinition(node.FindText("id") ?? name, name, type, array, value);
    }

    private ArgumentDefinition? Argument(SourceNode node)
    {
        if (node.FindText("name") is not { Length: > 0 } name)
        {
            reading.Refuse(node.Place, "argument-nameless",
                "Dữ liệu vào hoặc ra thiếu “name”.", "The input or output lacks its “name”.");
            return null;
        }

        return TypeName(node, "type", reading) is { } type
            ? new ArgumentDefinition(
                name,
                type,
                node.Find("isArray") is { Kind: JsonValueKind.True },
                node.FindText("displayName") ?? name,
                node.FindText("description") ?? "")
            : null;
    }

    private void Wrong(SourceNode node, string name, string vi, string en) => reading.Refuse(
        node.Place,
        "wrong-kind",
        string.Create(CultureInfo.InvariantCulture, $"“{name}” phải là {vi}."),
        string.Create(CultureInfo.InvariantCulture, $"“{name}” must be {en}."));
}

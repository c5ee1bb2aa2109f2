using System.Globalization;
using System.Text.Json.Nodes;
using IsoE.Workflows;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IsoE.Office.Procedures;

/// <summary>
/// One mapping of a strictly read YAML file. A missing or malformed value is reported and replaced by a harmless
/// one, so that reading goes on; <see cref="Done"/> refuses the keys nobody asked for.
/// </summary>
public sealed class YamlMap
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "dd/MM/yyyy"];
    private readonly Dictionary<string, YamlNode> children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> keyLines = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly YamlDocument document;
    private readonly long line;
    private readonly YamlShape? shape;

    internal YamlMap(YamlMappingNode node, string path, YamlDocument document)
    {
        (this.path, this.document, line) = (path, document, node.Start.Line);
        foreach (var (key, value) in node.Children)
        {
            var name = key.ToString();
            children[name] = value;
            keyLines[name] = key.Start.Line;
        }
    }

    private YamlMap(YamlShape shape, YamlDocument document)
        : this([], "", document) => this.shape = shape;

    /// <summary>A mapping with nothing in it that notes what it is asked for.</summary>
    internal static YamlMap Asking(YamlShape shape) => new(shape, YamlDocument.Parse("", "{}").Document);

    public IEnumerable<string> Keys => children.Keys;

    /// <summary>Line of the key, or of the mapping when the key is not there.</summary>
    public long LineOf(string key) => keyLines.GetValueOrDefault(key, line);

    public bool Has(string key) => shape?.AnswersHas ?? children.ContainsKey(key) && !IsNull(children[key]);

    public string String(string key)
    {
        var value = OptionalString(key);
        if (value is null && !refused.Contains(key)) Missing(key);
        return value ?? "";
    }

    public string? OptionalString(string key)
    {
        Note(key, ("type", new JsonArray("string", "number", "boolean")));
        return Scalar(key) is { } text ? VietnameseText.Compose(text) : null;
    }

    /// <summary>A value in both languages: <c>{vi: ..., en: ...}</c>.</summary>
    public Text Text(string key)
    {
        shape?.Require(key);
        return OptionalText(key) ?? MissingText(key);
    }

    public Text? OptionalText(string key)
    {
        if (Map(key) is not { } map) return null;
        var text = new Text(map.String("vi"), map.String("en"));
        map.Done();
        return text;
    }

    public int Integer(string key) => OptionalInteger(key) ?? MissingValue(key, 0);

    public int? OptionalInteger(string key) => Parsed<int>(key, Written(@"^[+-]?\d+$", "integer"), "số nguyên", "a whole number",
        s => int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : null);

    public decimal? OptionalNumber(string key) => Parsed<decimal>(key, Written(@"^[+-]?[\d,]*\.?\d+$", "number"), "số", "a number",
        s => decimal.TryParse(s, NumberStyles.Number, CultureInfo.InvariantCulture, out var v) ? v : null);

    public bool Flag(string key, bool otherwise) => Parsed<bool>(key, Words([true, false, "true", "false"]), "true hoặc false", "true or false",
        s => s switch { "true" => true, "false" => false, _ => null }) ?? otherwise;

    public DateOnly Date(string key) => OptionalDate(key) ?? MissingValue(key, DateOnly.MinValue);

    public DateOnly? OptionalDate(string key) => Parsed<DateOnly>(key, Written(@"^(\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4})$"), "ngày (yyyy-MM-dd)", "a date (yyyy-MM-dd)",
        s => DateOnly.TryParseExact(s, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : null);

    public TimeOnly? OptionalTime(string key) => Parsed<TimeOnly>(key, Written(@"^\d{2}:\d{2}$"), "giờ (HH:mm)", "a time (HH:mm)",
        s => TimeOnly.TryParseExact(s, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : null);

    public TimeLimit Limit(string key) => Parsed<TimeLimit>(key, Written(@"^(\d+([mhd]|wd)|sameday)$"), "thời hạn (4h, 3wd, 12d, sameday)", "a time limit (4h, 3wd, 12d, sameday)",
        s => TimeLimit.TryParse(s, out var v) ? v : null) ?? MissingValue(key, default(TimeLimit));

    /// <summary>One of the words of an enumeration, written in camelCase.</summary>
    public T Choice<T>(string key, T? otherwise = null) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(v => Camel(v.ToString()), v => v, StringComparer.Ordinal);
        var all = string.Join(", ", words.Keys);
        var value = Parsed<T>(key, Words([.. words.Keys.Select(word => JsonValue.Create(word))]), $"một trong: {all}", $"one of: {all}", s => words.TryGetValue(s, out var v) ? v : null);
        return value ?? otherwise ?? MissingValue(key, default(T));
    }

    /// <summary>A nested mapping, or null when the key is absent.</summary>
    public YamlMap? Map(string key)
    {
        if (shape is not null) return new YamlMap(shape.Mapping(key), document);
        if (Child(key) is not { } node) return null;
        if (node is YamlMappingNode mapping) return new YamlMap(mapping, Place(key), document);
        Wrong(key, node, "một nhóm khóa: giá trị", "keys and values");
        return null;
    }

    /// <summary>A nested mapping that has to be there; null when it is not, which is reported.</summary>
    public YamlMap? RequiredMap(string key)
    {
        shape?.Require(key);
        var map = Map(key);
        if (map is null && !refused.Contains(key)) Missing(key);
        return map;
    }

    /// <summary>A list of mappings; empty when the key is absent.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<YamlMap, T> item)
    {
        if (shape is not null) _ = item(new YamlMap(shape.List(key), document));
        var items = new List<T>();
        foreach (var (node, index) in Sequence(key).Select((n, i) => (n, i)))
        {
            if (node is not YamlMappingNode mapping)
            {
                Wrong($"{key}[{index}]", node, "một nhóm khóa: giá trị", "keys and values");
                continue;
            }
            var map = new YamlMap(mapping, Place($"{key}[{index}]"), document);
            items.Add(item(map));
            map.Done();
        }
        return items;
    }

    public IReadOnlyList<string> Strings(string key)
    {
        Note(key, ("type", "array"), ("items", new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }));
        return [.. Sequence(key).Select(n => VietnameseText.Compose(n.ToString()))];
    }

    /// <summary>A mapping of free keys to single values, for data whose fields are declared elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Values(string key)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Map(key) is not { } map) return values;
        foreach (var name in map.Keys) values[name] = map.String(name);
        return values;
    }

    /// <summary>Tells the schema how the text of a key that was read looks; what does not is refused by the reader itself.</summary>
    internal void Looks(string key, string pattern) => shape?.Narrow(key, "pattern", pattern);

    /// <summary>Tells the schema the words a key that was read can have.</summary>
    internal void IsOneOf(string key, IEnumerable<string> words) =>
        shape?.Narrow(key, "enum", new JsonArray([.. words.Select(word => JsonValue.Create(word))]));

    /// <summary>Refuses every key that was not read.</summary>
    public void Done()
    {
        foreach (var key in children.Keys.Where(k => !read.Contains(k)))
            document.Report(LineOf(key), Place(key), new Text(
                $"Không có khóa \"{key}\" ở đây. Các khóa đã biết: {Known()}.",
                $"There is no key \"{key}\" here. Known keys: {Known()}."));
    }

    /// <summary>Reports a problem of the value of <paramref name="key"/> that only the reader of the whole can see.</summary>
    public void Problem(string key, Text message) => document.Report(LineOf(key), Place(key), message);

    private string Known() => string.Join(", ", read.Order(StringComparer.Ordinal));

    private string Place(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private YamlNode? Child(string key)
    {
        read.Add(key);
        return children.TryGetValue(key, out var node) && !IsNull(node) ? node : null;
    }

    private string? Scalar(string key)
    {
        if (Child(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { } value }) return value.Trim();
        Wrong(key, node, "một giá trị đơn", "a single value");
        return null;
    }

    private IEnumerable<YamlNode> Sequence(string key)
    {
        if (Child(key) is not { } node) return [];
        if (node is YamlSequenceNode sequence) return sequence.Children;
        Wrong(key, node, "một danh sách", "a list");
        return [];
    }

    private T? Parsed<T>(string key, (string Word, JsonNode Value)[] kind, string vi, string en, Func<string, T?> parse) where T : struct
    {
        Note(key, kind);
        if (Scalar(key) is not { } text) return null;
        var value = parse(text);
        if (value is null) Wrong(key, children[key], vi, en);
        return value;
    }

    private void Wrong(string key, YamlNode node, string vi, string en)
    {
        refused.Add(key);
        document.Report(node.Start.Line, Place(key), new Text(
            $"Giá trị \"{Shown(node)}\" không đúng; cần {vi}.", $"The value \"{Shown(node)}\" is not right; expected {en}."));
    }

    private T MissingValue<T>(string key, T value)
    {
        if (!refused.Contains(key)) Missing(key);
        return value;
    }

    private Text MissingText(string key) => MissingValue(key, new Text("", ""));

    private void Note(string key, params (string Word, JsonNode Value)[] kind) =>
        shape?.Note(key, new JsonObject([.. kind.Select(each => KeyValuePair.Create(each.Word, (JsonNode?)each.Value))]));

    /// <param name="plain">Type of the value when it is written without quotation marks; null when it is a text then too.</param>
    private static (string, JsonNode)[] Written(string pattern, string? plain = null) =>
        [("type", plain is null ? "string" : new JsonArray(plain, "string")), ("pattern", pattern)];

    private static (string, JsonNode)[] Words(JsonNode[] words) => [("enum", new JsonArray(words))];

    private void Missing(string key)
    {
        shape?.Require(key);
        Report(key);
    }

    private void Report(string key) => document.Report(line, Place(key), new Text(
        $"Thiếu giá trị bắt buộc \"{key}\".", $"The required value \"{key}\" is missing."));

    private static string Shown(YamlNode node) => node is YamlScalarNode { Value: { } v } ? v : node.NodeType.ToString();

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsoE.Office.Procedures.Editing;
using IsoE.Web.Language;
using IsoE.Workflows;
using IsoE.Workflows.Editing;

namespace IsoE.Web.Pages.Authoring;

/// <summary>Reads the form of a part of the ISO text.</summary>
internal sealed partial class PostedText(IFormCollection form)
{
    /// <summary>What differs from the draft, by the mapping it stands in.</summary>
    /// <param name="at">Path of the mapping the fields count from; empty for the front matter.</param>
    public IReadOnlyList<TextEdit> Edits(TextGroup group, string at)
    {
        if (group.IsWhole) return [new SetValues("", [KeyValuePair.Create<string, JsonNode?>(group.Key, Whole(group))], DraftForms.HeadOrder)];
        var edits = new List<TextEdit>();
        foreach (var field in group.Fields.Where(field => form.Keys.Any(key => key.StartsWith($"F[{field.Key}]", StringComparison.Ordinal))))
        {
            var path = Join(at, field.Key);
            var (owner, key) = path.LastIndexOf('.') is > 0 and var dot ? (path[..dot], path[(dot + 1)..]) : ("", path);
            edits.Add(new SetValues(owner, [KeyValuePair.Create(key, Value(field))], owner.Length == 0 ? DraftForms.HeadOrder : Order(group)));
        }

        return edits;
    }

    /// <summary>A new item with what was entered; ids are made from the names where they are left out.</summary>
    public JsonObject Item(TextGroup group, IReadOnlyList<string> taken)
    {
        var item = new JsonObject();
        foreach (var field in group.Fields)
            if (Value(field) is { } value) item[field.Key] = value;
        if (group.Fields.Any(field => field.Key is "id" or "code") && group.Fields[0].Key is var key && !item.ContainsKey(key))
            item.Insert(0, key, NewId(group, item, taken));
        if (group.Inner is { } inner) item[inner.Key] = new JsonArray();
        return item;
    }

    /// <summary>The mapping of a group; null when nothing but its source has been entered.</summary>
    private JsonObject? Whole(TextGroup group)
    {
        var values = new JsonObject();
        foreach (var field in group.Fields)
            if (Value(field) is { } value) values[field.Key[(group.Key.Length + 1)..]] = value;
        return group.Fields.Any(field => field.Kind != TextKind.Source && values.ContainsKey(field.Key[(group.Key.Length + 1)..])) ? values : null;
    }

    private static string[] Order(TextGroup group) => [.. group.Order.Select(key => key[(key.LastIndexOf('.') + 1)..])];

    private static string NewId(TextGroup group, JsonObject item, IReadOnlyList<string> taken)
    {
        var named = (item["label"] ?? item["name"] ?? item["title"]) as JsonObject;
        var name = named?["en"]?.GetValue<string>() is { Length: > 0 } en ? en : named?["vi"]?.GetValue<string>() ?? "";
        var isField = group.Fields.Any(field => field.Key == "type");
        var id = isField ? Camel(ReadableId.Pascal(name)) : ReadableId.Of(name);
        return ReadableId.Unique(id, taken.Contains, isField ? "" : "-");
    }

    private JsonNode? Value(TextField field)
    {
        var said = Said(field.Key);
        return field.Kind switch
        {
            TextKind.Bilingual or TextKind.BilingualArea => Both(field),
            TextKind.Date => Date(said),
            TextKind.Number => Number(said),
            TextKind.Limit => Text(TimeLimits.Written(Said($"{field.Key}].Count"), Said($"{field.Key}].Unit"))),
            TextKind.Flag => form[$"F[{field.Key}]"].Contains("true") ? JsonValue.Create(true) : null,
            TextKind.Choices => form[$"F[{field.Key}]"].Where(word => word is { Length: > 0 }).ToArray() is { Length: > 0 } words && words.Length < field.Choices!.Count ? List(words!) : null,
            TextKind.Words => said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines ? List(lines) : null,
            TextKind.Options => Options(field, said),
            TextKind.Source => Source(field),
            TextKind.Condition => Text(PostedCondition.Written(form, $"F[{field.Key}]")),
            _ => Text(said),
        };
    }

    private string Said(string key) => VietnameseText.Compose(form[key.EndsWith(']') || key.Contains("].", StringComparison.Ordinal) ? $"F[{key}" : $"F[{key}]"].ToString().ReplaceLineEndings("\n").Trim());

    private JsonObject? Both(TextField field)
    {
        var (vi, en) = (Said($"{field.Key}].Vi"), Said($"{field.Key}].En"));
        return vi.Length + en.Length == 0 ? null : new JsonObject { ["vi"] = vi, ["en"] = en.Length > 0 ? en : vi };
    }

    private JsonValue? Source(TextField field)
    {
        if (!form.ContainsKey($"F[{field.Key}].Where")) return null;
        var (where, isFound) = (Said($"{field.Key}].Where"), form[$"F[{field.Key}].Found"].Contains("true"));
        return JsonValue.Create(isFound && where.Length > 0 ? $"found: {where}" : where.Length > 0 ? $"unverified: {where}" : "unverified");
    }

    private JsonArray? Options(TextField field, string said)
    {
        var options = new JsonArray();
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Option().Match(line);
            var (vi, en) = (match.Groups["vi"].Value.Trim(), match.Groups["en"].Value.Trim());
            var taken = options.Select(option => option!["id"]!.GetValue<string>()).ToList();
            var id = match.Groups["id"] is { Success: true } given ? given.Value : ReadableId.Unique(Camel(ReadableId.Pascal(en.Length > 0 ? en : vi)), taken.Contains, "");
            options.Add(new JsonObject { ["id"] = id, ["vi"] = vi, ["en"] = en.Length > 0 ? en : vi });
        }

        return options.Count == 0 || form["F[type]"] is [{ } type] && field.For?.Contains(type) == false ? null : options;
    }

    private static JsonValue? Date(string said) =>
        said.Length == 0 ? null : JsonValue.Create(Shown.ReadDate(said) is { } on ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : said);

    private static JsonValue? Number(string said)
    {
        if (said.Length == 0) return null;
        var plain = said.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(said);
    }

    private static JsonValue? Text(string? said) => string.IsNullOrEmpty(said) ? null : JsonValue.Create(said);

    private static JsonArray List(IEnumerable<string> words) => [.. words.Select(word => (JsonNode?)word)];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    internal static string Join(string at, string key) => at.Length == 0 ? key : $"{at}.{key}";

    [GeneratedRegex(@"\A(?:(?<id>[A-Za-z0-9_-]+)\s*=\s*)?(?<vi>[^|]*)(?:\|(?<en>.*))?\z")]
    private static partial Regex Option();
}

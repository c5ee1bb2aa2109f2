using System.Globalization;
using System.Text.Json;

namespace IsoE.Workflows.Definitions;

/// <summary>Types of values: a closed list of Elsa's aliases. CLR names are understood, never loaded.</summary>
public static class TypeNames
{
    private static readonly string[] Scalars =
    [
        "String", "Boolean", "Int16", "Int32", "Int64", "Single", "Double", "Decimal", "Object", "ObjectDictionary",
        "ExpandoObject", "JsonObject", "JsonNode", "JsonElement", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly",
        "TimeSpan", "Guid", "Uri", "Byte", "Char",
    ];

    private static readonly Dictionary<string, string> Aliases = ByClrName();

    /// <summary>The aliases, arrays excluded.</summary>
    public static IReadOnlyList<string> All => Scalars;

    /// <summary>
    /// The alias of a type name as written: an alias itself, or a CLR name with or without its assembly. Types of
    /// Elsa or of the framework that have no alias are kept as they are. Null for anything else.
    /// </summary>
    public static string? Alias(string written)
    {
        var (element, array) = written.EndsWith("[]", StringComparison.Ordinal) ? (written[..^2], "[]") : (written, "");
        if (Scalars.Contains(element))
        {
            return written;
        }

        var clr = WithoutAssembly(element);
        if (Aliases.TryGetValue(clr, out var alias))
        {
            return alias + array;
        }

        return clr.StartsWith("Elsa.", StringComparison.Ordinal) || clr.StartsWith("System.", StringComparison.Ordinal)
            ? written
            : null;
    }

    /// <summary>The value as the type has it: texts become numbers, truth values, lists or objects where they can.</summary>
    /// <returns>False when the value cannot be of that type.</returns>
    public static bool TryConvert(JsonElement value, string typeName, out JsonElement converted)
    {
        converted = value;
        if (Values.IsNothing(value))
        {
            converted = Values.Null;
            return true;
        }

        return typeName switch
        {
            _ when typeName.EndsWith("[]", StringComparison.Ordinal) => TryList(value, ref converted),
            "String" => TryText(value, out converted),
            "Boolean" => TryTruth(value, ref converted),
            "Int16" or "Int32" or "Int64" or "Byte" => TryNumber(value, whole: true, ref converted),
            "Single" or "Double" or "Decimal" => TryNumber(value, whole: false, ref converted),
            "ObjectDictionary" or "ExpandoObject" or "JsonObject" or "JsonNode" or "JsonElement" or "Object" =>
                TryObject(value, ref converted),
            _ => true,
        };
    }

    private static bool TryText(JsonElement value, out JsonElement converted)
    {
        converted = value.ValueKind == JsonValueKind.String ? value : Values.Of(Values.ToText(value));
        return true;
    }

    private static bool TryTruth(JsonElement value, ref JsonElement converted)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            if (!bool.TryParse(value.GetString(), out var truth))
            {
                return false;
            }

            converted = Values.Of(truth);
        }

        return true;
    }

    private static bool TryNumber(JsonElement value, bool whole, ref JsonElement converted)
    {
        var text = Values.ToText(value).Trim();
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)
            || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || (whole && number != decimal.Truncate(number)))
        {
            return false;
        }

        converted = value.ValueKind == JsonValueKind.Number
            ? value
            : Values.Parse(number.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static bool TryList(JsonElement value, ref JsonElement converted)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var text = value.GetString() ?? "";
        converted = TryParse(text, '[') ?? (text.Length == 0
            ? Values.Parse("[]")
            : JsonSerializer.SerializeToElement(new[] { text }));
        return true;
    }

    private static bool TryObject(JsonElement value, ref JsonElement converted)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
        {
            converted = TryParse(text, '{') ?? TryParse(text, '[') ?? value;
        }

        return true;
    }

    private static JsonElement? TryParse(string text, char opening)
    {
        if (!text.TrimStart().StartsWith(opening))
        {
            return null;
        }

        try
        {
            return Values.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutAssembly(string clr) =>
        clr.IndexOf(',', StringComparison.Ordinal) is >= 0 and var comma && !clr.Contains('`', StringComparison.Ordinal)
            ? clr[..comma].Trim()
            : clr;

    private static Dictionary<string, string> ByClrName()
    {
        var names = Scalars.ToDictionary(s => "System." + s, s => s, StringComparer.Ordinal);
        names["System.Dynamic.ExpandoObject"] = "ExpandoObject";
        names["System.Text.Json.JsonElement"] = "JsonElement";
        names["System.Text.Json.Nodes.JsonNode"] = "JsonNode";
        names["System.Text.Json.Nodes.JsonObject"] = "JsonObject";
        return names;
    }
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Procedures.Redlines;

/// <summary>Writes front matter: a line for each value, quotes only where YAML would read something else.</summary>
internal static partial class YamlText
{
    public static string Of(JsonElement map)
    {
        var text = new StringBuilder();
        WriteMap(text, map, "", "");
        return text.ToString();
    }

    private static void WriteMap(StringBuilder text, JsonElement map, string first, string indent)
    {
        foreach (var member in map.EnumerateObject())
        {
            text.Append(first).Append(Scalar(member.Name)).Append(':');
            WriteValue(text, member.Value, indent);
            first = indent;
        }
    }

    private static void WriteValue(StringBuilder text, JsonElement value, string indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                text.Append('\n');
                WriteMap(text, value, indent + "  ", indent + "  ");
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                text.Append('\n');
                foreach (var item in value.EnumerateArray()) WriteItem(text, item, indent + "  ");
                break;
            default:
                text.Append(' ').Append(Flat(value)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, JsonElement item, string indent)
    {
        if (item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Any()) WriteMap(text, item, indent + "- ", indent + "  ");
        else text.Append(indent).Append("- ").Append(Flat(item)).Append('\n');
    }

    /// <summary>On one line: a single value, or an empty or nested one in JSON, which YAML reads.</summary>
    private static string Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Scalar(value.GetString()!),
        JsonValueKind.Null => "null",
        _ => Values.ToJson(value),
    };

    private static string Scalar(string value) => Plain().IsMatch(value) && !Words().IsMatch(value) ? value : Values.ToJson(Values.Of(value));

    [GeneratedRegex(@"\A[\p{L}_0-9/.][\p{L}\p{N}_ ,./()%'+;?-]*(?<![ ,])\z")]
    private static partial Regex Plain();

    /// <summary>Plain words that mean something of their own in YAML.</summary>
    [GeneratedRegex(@"\A(null|true|false|yes|no|on|off|[0-9._+-]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}

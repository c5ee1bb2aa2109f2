using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace IsoE.Office.Procedures.Editing.Source;

/// <summary>Writes values as YAML, in the manner of the ISO texts: short things in braces on one line, long ones as lines.</summary>
internal static partial class YamlWriting
{
    private const int LongestLine = 120;

    /// <summary>A value on one line, to stand in braces or alone.</summary>
    public static string Flow(JsonNode? value) => value switch
    {
        JsonObject map => "{" + string.Join(", ", map.Select(entry => $"{entry.Key}: {Flow(entry.Value)}")) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(Flow)) + "]",
        _ => Scalar(value, inFlow: true),
    };

    /// <summary>The value of a key that stands on a line of its own: behind the colon, or as lines below it.</summary>
    /// <param name="indent">Indentation of the key.</param>
    public static string Behind(JsonNode? value, string indent) => value switch
    {
        JsonArray { Count: > 0 } list when list.All(item => item is JsonObject) =>
            string.Concat(list.Select(item => $"\n{indent}  - {Item((JsonObject)item!, indent + "  ")}")),
        JsonObject or JsonArray => " " + Flow(value),
        _ => " " + Scalar(value, inFlow: false),
    };

    /// <summary>An item behind its hyphen.</summary>
    /// <param name="indent">Indentation of the hyphen.</param>
    public static string Item(JsonObject item, string indent)
    {
        var line = Flow(item);
        return indent.Length + line.Length + 2 <= LongestLine && item.All(entry => entry.Value is not JsonArray { Count: > 0 } || entry.Value[0] is not JsonObject)
            ? line
            : string.Join($"\n{indent}  ", item.Select(entry => $"{entry.Key}:{Behind(entry.Value, indent + "  ")}"));
    }

    /// <summary>A text in the manner another one was written in, as far as it can be.</summary>
    public static string Like(YamlScalar old, JsonNode? value, bool inFlow) => old.Style switch
    {
        ScalarStyle.DoubleQuoted when value is not null => Quoted(TextOf(value)),
        ScalarStyle.SingleQuoted when value is not null && !TextOf(value).Contains('\n', StringComparison.Ordinal) =>
            $"'{TextOf(value).Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Scalar(value, inFlow),
    };

    private static string Scalar(JsonNode? value, bool inFlow)
    {
        if (value is null) return "\"\"";
        var text = TextOf(value);
        return value.GetValueKind() != JsonValueKind.String || IsPlain(text, inFlow) ? text : Quoted(text);
    }

    private static string TextOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    /// <summary>Whether a text can stand without quotes and still be read as the text it is.</summary>
    private static bool IsPlain(string text, bool inFlow) =>
        Safe().IsMatch(text) && text.Trim() == text
        && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':') && !text.Contains(" #", StringComparison.Ordinal)
        && !(inFlow && text.AsSpan().ContainsAny(",[]{}"))
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\x7F' or '\x85' or '\u2028' or '\u2029' or '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => character.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }

    // Begins with a letter: digits, quotes and signs mean something to YAML or to its readers.
    [GeneratedRegex(@"\A\p{L}[^\p{C}\u2028\u2029\x85]*\z")]
    private static partial Regex Safe();
}

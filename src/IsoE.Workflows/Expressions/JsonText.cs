using System.Globalization;
using System.Text;

namespace IsoE.Workflows.Expressions;

/// <summary>What <c>JSON.stringify</c> writes.</summary>
internal static class JsonText
{
    /// <summary>The value as JSON, or null for <c>undefined</c>, which has none.</summary>
    public static string? Write(Value value)
    {
        if (value is UndefinedValue)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Value value)
    {
        switch (value)
        {
            case BooleanValue boolean:
                text.Append(boolean.IsTrue ? "true" : "false");
                break;
            case NumberValue { Number: var number }:
                text.Append(double.IsFinite(number) ? Numbers.ToText(number) : "null");
                break;
            case StringValue { Text: var content }:
                AppendString(text, content);
                break;
            case ArrayValue array:
                AppendList(text, '[', ']', array.Items, item => Append(text, item));
                break;
            case ObjectValue fields:
                AppendList(text, '{', '}', fields.Fields.Where(field => field.Value is not UndefinedValue), field =>
                {
                    AppendString(text, field.Key);
                    text.Append(':');
                    Append(text, field.Value);
                });
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "" : ",");
            append(item);
            first = false;
        }

        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string content)
    {
        text.Append('"');
        for (var i = 0; i < content.Length; i++)
        {
            text.Append(Escaped(content, i));
        }

        text.Append('"');
    }

    private static string Escaped(string content, int at) => content[at] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        var c when c < ' ' || IsLoneSurrogate(content, at) =>
            string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        var c => c.ToString(),
    };

    private static bool IsLoneSurrogate(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}

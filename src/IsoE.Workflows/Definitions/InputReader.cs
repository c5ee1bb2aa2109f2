using System.Text;
using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Definitions;

/// <summary>Reads the expression of an input or a case.</summary>
internal sealed class InputReader(Reading reading)
{
    /// <summary>An input as an activity has it: wrapped, or a bare scalar, which is a Literal.</summary>
    /// <param name="typeName">The type the activity's descriptor declares.</param>
    public ActivityInput? Read(string name, string typeName, SourceNode node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            return node.IsNothing ? null : Literal(name, typeName, node, ExpressionKind.Literal);
        }

        if (node.Find("expression") is not { Kind: JsonValueKind.Object } expression)
        {
            if (node.Find("typeName") is null && node.Find("memoryReference") is null)
            {
                reading.Refuse(node.Place, "input-unwrapped",
                    $"“{name}” phải có dạng {{\"typeName\": ..., \"expression\": {{\"type\": ..., \"value\": ...}}}}.",
                    $"“{name}” must look like {{\"typeName\": ..., \"expression\": {{\"type\": ..., \"value\": ...}}}}.");
            }

            return null;
        }

        if (node.Find("typeName") is null)
        {
            reading.Refuse(node.Place, "input-without-type",
                $"“{name}” thiếu “typeName”; Elsa sẽ bỏ mất giá trị này.",
                $"“{name}” lacks its “typeName”; Elsa would drop the value.");
            return null;
        }

        return HeadReader.TypeName(node, "typeName", reading) is null ? null : Expression(name, typeName, expression);
    }

    /// <summary>The one input without wrapper: a variable object, or its id.</summary>
    public ActivityInput? Variable(string name, SourceNode node) =>
        node.IsNothing ? null : Reference(name, "Object", node, ExpressionKind.Variable);

    /// <summary>An expression: <c>{type, value}</c>.</summary>
    public ActivityInput? Expression(string name, string typeName, SourceNode node)
    {
        var kind = node.FindText("type");
        var value = node.Find("value") ?? SourceNode.Of(Values.Null, node.Place);
        switch (kind)
        {
            case "Literal":
                return Literal(name, typeName, value, ExpressionKind.Literal);
            case "Object":
                return Literal(name, typeName, value, ExpressionKind.Object);
            case "Variable":
                return Reference(name, typeName, value, ExpressionKind.Variable);
            case "Input":
                return Reference(name, typeName, value, ExpressionKind.Input);
            case "JavaScript":
                return JavaScript(name, typeName, value);
            default:
                reading.Refuse(node.Find("type")?.Place ?? node.Place, "unknown-expression",
                    $"“{name}”: không hỗ trợ loại biểu thức “{kind}”. Có: Literal, Object, Variable, Input, JavaScript.",
                    $"“{name}”: expressions of type “{kind}” are not supported. Use Literal, Object, Variable, Input or JavaScript.");
                return null;
        }
    }

    private ActivityInput? Literal(string name, string typeName, SourceNode node, ExpressionKind kind)
    {
        if (TypeNames.TryConvert(node.ToElement(), typeName, out var value))
        {
            return new ActivityInput(name, typeName, kind, value, null, null, node.Place);
        }

        reading.Refuse(node.Place, "value-not-of-type",
            $"Giá trị của “{name}” không phải kiểu {typeName}.", $"The value of “{name}” is no {typeName}.");
        return null;
    }

    private ActivityInput? Reference(string name, string typeName, SourceNode node, ExpressionKind kind)
    {
        var reference = node.Kind == JsonValueKind.Object
            ? node.FindText("id") ?? node.FindText("name")
            : node.Text;
        if (reference is { Length: > 0 })
        {
            return new ActivityInput(name, typeName, kind, Values.Null, reference, null, node.Place);
        }

        reading.Refuse(node.Place, "reference-missing",
            $"“{name}” không cho biết lấy từ biến hay dữ liệu vào nào.",
            $"“{name}” does not say which variable or input it reads.");
        return null;
    }

    private ActivityInput? JavaScript(string name, string typeName, SourceNode node)
    {
        if (node.Text is not { } source)
        {
            reading.Refuse(node.Place, "wrong-kind",
                $"“{name}”: biểu thức JavaScript phải là chuỗi ký tự.", $"“{name}”: a JavaScript expression must be a text.");
            return null;
        }

        if (source.Length == 0)
        {
            return null;
        }

        var parsed = JavaScriptExpression.Parse(source);
        if (parsed.Error is { } error)
        {
            reading.Refuse(Within(node.Place, source, error.Position), "bad-expression",
                $"“{name}”: {error.Message.Vi} (dòng {error.Line}, cột {error.Column} của biểu thức)",
                $"“{name}”: {error.Message.En} (line {error.Line}, column {error.Column} of the expression)");
            return null;
        }

        return new ActivityInput(name, typeName, ExpressionKind.JavaScript, Values.Null, null, parsed.Expression, node.Place);
    }

    // A JSON text stands on one line; what JSON must escape takes more than one column there.
    private static Place Within(Place place, string source, int position)
    {
        var before = JsonEncodedText.Encode(source[..Math.Min(position, source.Length)], Values.Compact.Encoder);
        return place with { Column = place.Column + 1 + Encoding.UTF8.GetCharCount(before.EncodedUtf8Bytes) };
    }
}

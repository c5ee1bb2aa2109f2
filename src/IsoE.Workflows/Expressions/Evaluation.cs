using System.Text;
using System.Text.Json;

namespace IsoE.Workflows.Expressions;

/// <summary>One evaluation of an expression: its values, its parameters, its count of steps.</summary>
/// <remarks>
/// A null result stands for an optional chain that met nothing; it never leaves the chain's own node.
/// </remarks>
internal sealed partial class Evaluation(IExpressionValues values)
{
    private readonly Dictionary<(string Kind, string Name, string Output), Value> read = [];
    private readonly List<Value> slots = [];
    private long steps;
    private int place;

    /// <exception cref="ExpressionFailedException">The values do not allow it, or a limit was reached.</exception>
    public JsonElement Run(Node root)
    {
        try
        {
            var value = Evaluate(root);
            var json = value.Depth <= Limits.ResultDepth
                ? JsonText.Write(value) ?? "null"
                : throw new FailedException(Failures.ResultTooDeep);
            return JsonDocument.Parse(WellFormed(json)).RootElement.Clone();
        }
        catch (FailedException failure)
        {
            throw new ExpressionFailedException(failure.Reason, place);
        }
    }

    private Value Evaluate(Node node) => EvaluateChain(node) ?? Value.Undefined;

    /// <summary>Counts the work of a step that touches so many characters, so that every evaluation ends soon.</summary>
    private void Charge(long size)
    {
        steps += 1 + (size / 8);
        if (steps > Limits.Steps)
        {
            throw new FailedException(Failures.TooManySteps);
        }
    }

    /// <summary>A value that was built, unless it is too large.</summary>
    private T Built<T>(T value)
        where T : Value
    {
        Charge(value.Size);
        return value.Size <= Limits.ValueSize ? value : throw new FailedException(Failures.TooLarge);
    }

    /// <summary>Evaluates a node whose value is about to be read through: converted, compared or searched.</summary>
    private Value Operand(Node node)
    {
        var value = Evaluate(node);
        Charge(value.Size);
        return value;
    }

    private Value Text(string text) => Built(Value.Of(text));

    private ArrayValue Array(IReadOnlyList<Value> items) => Built(new ArrayValue(items));

    /// <summary>Evaluates the body of an arrow function for one item.</summary>
    private Value Apply(ArrowNode arrow, Value item, int index)
    {
        slots.RemoveRange(arrow.FirstSlot, slots.Count - arrow.FirstSlot);
        slots.AddRange(new[] { item, Value.Of(index) }.Take(arrow.Parameters));
        return Evaluate(arrow.Body);
    }

    private Value? EvaluateChain(Node node)
    {
        place = node.Position;
        Charge(0);
        return node switch
        {
            LiteralNode literal => literal.Value,
            VariableNode variable => ReadVariable(variable),
            InputNode input => ReadInput(input),
            OutputNode output => ReadOutput(output),
            ParameterNode parameter => slots[parameter.Slot],
            MemberNode member => EvaluateMember(member),
            IndexNode index => EvaluateIndex(index),
            MethodNode method => EvaluateMethod(method),
            ChainNode => Evaluate(node.Children[0]),
            FunctionNode function => EvaluateFunction(function),
            TemplateNode template => EvaluateTemplate(template),
            UnaryNode unary => EvaluateUnary(unary),
            BinaryNode binary => EvaluateBinary(binary),
            LogicalNode logical => EvaluateLogical(logical),
            ConditionalNode => Evaluate(node.Children[Convert.ToBoolean(Evaluate(node.Children[0])) ? 1 : 2]),
            ArrayNode => Array([.. node.Children.Select(Evaluate)]),
            ObjectNode fields => EvaluateObject(fields),
            _ => throw new InvalidOperationException($"An expression holds {node.GetType().Name}."),
        };
    }

    private Value ReadVariable(VariableNode node) => Once(("variable", node.Name, ""), () =>
        values.TryGetVariable(node.Name, out var value)
        || (node.ByGetter && values.TryGetVariable(Names.LowerFirst(node.Name), out value))
            ? FromJson(value)
            : throw new FailedException(Failures.UnknownVariable(node.Name)));

    private Value ReadInput(InputNode node) => Once(("input", node.Name, ""), () =>
        values.TryGetInput(node.Name, out var value) ? FromJson(value) : Value.Undefined);

    private Value ReadOutput(OutputNode node) => Once(("output", node.Activity, node.Output), () =>
        values.TryGetOutput(node.Activity, node.Output, out var value) ? FromJson(value) : Value.Undefined);

    // The same name is the same value within one evaluation, also where identity counts (==).
    private Value Once((string, string, string) key, Func<Value> make)
    {
        if (!read.TryGetValue(key, out var value))
        {
            value = Built(make());
            read[key] = value;
        }

        return value;
    }

    private Value FromJson(JsonElement json)
    {
        Charge(0);
        return json.ValueKind switch
        {
            JsonValueKind.Undefined => Value.Undefined,
            JsonValueKind.Null => Value.Null,
            JsonValueKind.True => Value.True,
            JsonValueKind.False => Value.False,
            JsonValueKind.Number => Value.Of(json.GetDouble()),
            JsonValueKind.String => Value.Of(json.GetString()!),
            JsonValueKind.Array => new ArrayValue([.. json.EnumerateArray().Select(FromJson)]),
            _ => new ObjectValue(json.EnumerateObject()
                .Select(field => KeyValuePair.Create(field.Name, FromJson(field.Value)))),
        };
    }

    // Half of a character pair is no text that can be stored; it becomes the replacement character.
    private static string WellFormed(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            var escape = json[i] == '\\' && json[i + 1] == 'u' && json[i + 2] == 'd';
            text.Append(escape ? "\\ufffd" : json[i] == '\\' ? json.Substring(i, 2) : json[i].ToString());
            i += escape ? 5 : json[i] == '\\' ? 1 : 0;
        }

        return text.ToString();
    }
}

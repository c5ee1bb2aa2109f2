namespace IsoE.Workflows.Expressions;

internal sealed partial class Evaluation
{
    private Value? EvaluateMember(MemberNode node)
    {
        var target = EvaluateChain(node.Target);
        place = node.Position;
        return target is null || (node.Optional && target.IsNullish) ? null : Field(target, node.Name);
    }

    private Value? EvaluateIndex(IndexNode node)
    {
        var target = EvaluateChain(node.Target);
        if (target is null || (node.Optional && target.IsNullish))
        {
            return null;
        }

        var key = Operand(node.Key);
        place = node.Position;
        var name = Convert.ToText(key);
        var own = target is ObjectValue fields && fields.Find(name) is not null;
        return Names.Inherited.Contains(name) && !own
            ? throw new FailedException(Failures.Inherited(name))
            : Field(target, name);
    }

    private static Value Field(Value target, string name) => target switch
    {
        UndefinedValue or NullValue => throw new FailedException(Failures.OfNothing(name)),
        ObjectValue fields => fields.Find(name) ?? Value.Undefined,
        ArrayValue array when name == "length" => Value.Of(array.Items.Count),
        StringValue text when name == "length" => Value.Of(text.Text.Length),
        ArrayValue array when Numbers.ArrayIndex(name) is { } at && at < array.Items.Count => array.Items[(int)at],
        StringValue text when Numbers.ArrayIndex(name) is { } at && at < text.Text.Length =>
            Value.Of(text.Text[(int)at].ToString()),
        _ => Value.Undefined,
    };

    private Value? EvaluateMethod(MethodNode node)
    {
        var target = EvaluateChain(node.Target);
        place = node.Position;
        if (target is null || (node.Optional && target.IsNullish))
        {
            return null;
        }

        if (target.IsNullish)
        {
            throw new FailedException(Failures.OfNothing(node.Name));
        }

        return (node.Name, target) switch
        {
            ("toString", ObjectValue fields) when fields.Find("toString") is not null =>
                throw new FailedException(Failures.NoMethod(node.Name, target)),
            ("toString", _) => Text(Convert.ToText(target)),
            (_, StringValue text) when !Methods.TakesArrow(node.Name) => CallOnText(node, text.Text),
            (_, ArrayValue array) when Methods.TakesArrow(node.Name) =>
                CallWithArrow(node, array.Items, (ArrowNode)node.Children[1]),
            (_, ArrayValue array) => CallOnArray(node, array),
            _ => throw new FailedException(Failures.NoMethod(node.Name, target)),
        };
    }

    private Value CallOnText(MethodNode node, string text)
    {
        var arguments = node.Arguments.Select(Operand).ToArray();
        place = node.Position;
        Charge(text.Length);
        return node.Name switch
        {
            "toLowerCase" => Text(text.ToLowerInvariant()),
            "toUpperCase" => Text(text.ToUpperInvariant()),
            "trim" => Text(Characters.Trim(text)),
            "startsWith" => Value.Of(text.StartsWith(Convert.ToText(arguments[0]), StringComparison.Ordinal)),
            "endsWith" => Value.Of(text.EndsWith(Convert.ToText(arguments[0]), StringComparison.Ordinal)),
            "includes" => Value.Of(text.Contains(Convert.ToText(arguments[0]), StringComparison.Ordinal)),
            "indexOf" => Value.Of(text.IndexOf(Convert.ToText(arguments[0]), StringComparison.Ordinal)),
            "charAt" => Value.Of(CharAt(text, Convert.ToInteger(arguments[0]))),
            "slice" => Text(Slice(text.Length, arguments) is var (start, end) ? text[start..end] : ""),
            "substring" => Text(Substring(text, arguments)),
            "split" => Split(text, arguments[0]),
            _ => throw new FailedException(Failures.NoMethod(node.Name, Value.Of(text))),
        };
    }

    private static string CharAt(string text, double at) => at >= 0 && at < text.Length ? text[(int)at].ToString() : "";

    private static string Substring(string text, Value[] arguments)
    {
        var start = Math.Clamp(Convert.ToInteger(arguments[0]), 0, text.Length);
        var end = arguments.Length > 1 && arguments[1] is not UndefinedValue
            ? Math.Clamp(Convert.ToInteger(arguments[1]), 0, text.Length)
            : text.Length;
        return text[(int)Math.Min(start, end)..(int)Math.Max(start, end)];
    }

    private ArrayValue Split(string text, Value separator)
    {
        if (separator is UndefinedValue)
        {
            return Array([Value.Of(text)]);
        }

        var by = Convert.ToText(separator);
        var parts = by.Length == 0 ? text.Select(c => c.ToString()) : text.Split(by);
        return Array([.. parts.Select(Value.Of)]);
    }

    // Negative places count from the end; the end is never before the start.
    private static (int Start, int End) Slice(int length, Value[] arguments)
    {
        int Place(double place) => (int)(place < 0 ? Math.Max(length + place, 0) : Math.Min(place, length));

        var start = arguments.Length > 0 ? Place(Convert.ToInteger(arguments[0])) : 0;
        var end = arguments.Length > 1 && arguments[1] is not UndefinedValue
            ? Place(Convert.ToInteger(arguments[1]))
            : length;
        return (start, Math.Max(start, end));
    }

    private Value CallOnArray(MethodNode node, ArrayValue array)
    {
        var arguments = node.Arguments.Select(Operand).ToArray();
        place = node.Position;
        Charge(array.Size);
        switch (node.Name)
        {
            case "includes":
                return Value.Of(array.Items.Any(item => Compare.AsItem(item, arguments[0])));
            case "indexOf":
                return Value.Of(array.Items.ToList().FindIndex(item => Compare.Strictly(item, arguments[0])));
            case "join":
                var separator = arguments.Length == 0 || arguments[0] is UndefinedValue ? "," : Convert.ToText(arguments[0]);
                return Text(Convert.Join(array, separator));
            case "slice":
                var (start, end) = Slice(array.Items.Count, arguments);
                return Array([.. array.Items.Skip(start).Take(end - start)]);
            default:
                throw new FailedException(Failures.NoMethod(node.Name, array));
        }
    }

    private Value CallWithArrow(MethodNode node, IReadOnlyList<Value> items, ArrowNode arrow)
    {
        bool Holds(Value item, int index) => Convert.ToBoolean(Apply(arrow, item, index));

        var indexed = items.Select((item, index) => (item, index));
        return node.Name switch
        {
            "some" => Value.Of(indexed.Any(pair => Holds(pair.item, pair.index))),
            "every" => Value.Of(indexed.All(pair => Holds(pair.item, pair.index))),
            "filter" => Array([.. items.Where(Holds)]),
            "map" => Array([.. items.Select((item, index) => Apply(arrow, item, index))]),
            "find" => items.Where(Holds).FirstOrDefault() ?? Value.Undefined,
            _ => Value.Of(indexed.Where(pair => Holds(pair.item, pair.index)).Select(pair => pair.index).FirstOrDefault(-1)),
        };
    }
}

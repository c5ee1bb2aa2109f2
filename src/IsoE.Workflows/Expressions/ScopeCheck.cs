namespace IsoE.Workflows.Expressions;

/// <summary>Walks an expression and collects what it names but its definition does not declare.</summary>
internal sealed class ScopeCheck(ExpressionScope scope)
{
    // Shapes of the parameters of the arrow functions around the current place; the index is the slot.
    private readonly List<ValueShape> parameters = [];

    public List<(int Position, Text Message)> Errors { get; } = [];

    /// <summary>Checks a node with everything below it and says what is known about its value.</summary>
    public ValueShape Visit(Node node) => node switch
    {
        VariableNode variable => VisitVariable(variable),
        InputNode input => Declared(input.Position, input.Name, scope.Inputs, Undeclared.Input),
        OutputNode output => VisitOutput(output),
        ParameterNode parameter => parameters[parameter.Slot],
        MemberNode member => FieldOf(Visit(member.Target), member.Name, member.Position),
        IndexNode index => VisitIndex(index),
        MethodNode method => VisitMethod(method),
        ChainNode => Visit(node.Children[0]),
        BinaryNode binary => VisitBinary(binary),
        ObjectNode fields => new ValueShape(VisitFields(fields)),
        _ => VisitChildren(node),
    };

    private ValueShape VisitChildren(Node node)
    {
        foreach (var child in node.Children)
        {
            Visit(child);
        }

        return ValueShape.Any;
    }

    private ValueShape VisitVariable(VariableNode node)
    {
        var name = node.ByGetter ? scope.VariableOfGetter(node.Name) ?? node.Name : node.Name;
        return Declared(node.Position, name, scope.Variables, Undeclared.Variable);
    }

    private ValueShape VisitOutput(OutputNode node) =>
        scope.Outputs is null
            ? ValueShape.Any
            : scope.Outputs.TryGetValue(node.Activity, out var outputs)
                ? Declared(node.Position, node.Output, outputs, Undeclared.Output)
                : Report(node.Position, Undeclared.Activity(node.Activity, scope.Outputs.Keys));

    private ValueShape VisitIndex(IndexNode node)
    {
        var target = Visit(node.Target);
        Visit(node.Key);
        return node.Key switch
        {
            LiteralNode { Value: StringValue name } => FieldOf(target, name.Text, node.Key.Position),
            _ => target.Items ?? ValueShape.Any,
        };
    }

    private ValueShape VisitMethod(MethodNode node)
    {
        var target = Visit(node.Target);
        foreach (var argument in node.Arguments)
        {
            if (argument is ArrowNode arrow)
            {
                VisitArrow(arrow, target.Items ?? ValueShape.Any);
            }
            else
            {
                Visit(argument);
            }
        }

        return node.Name switch
        {
            "filter" or "slice" => target with { Values = null },
            "find" => target.Items ?? ValueShape.Any,
            _ => ValueShape.Any,
        };
    }

    private void VisitArrow(ArrowNode arrow, ValueShape item)
    {
        parameters.AddRange(new[] { item, ValueShape.Any }.Take(arrow.Parameters));
        Visit(arrow.Body);
        parameters.RemoveRange(arrow.FirstSlot, arrow.Parameters);
    }

    private ValueShape VisitBinary(BinaryNode node)
    {
        var (left, right) = (Visit(node.Left), Visit(node.Right));
        if (node.Operator is "==" or "===" or "!=" or "!==")
        {
            RefuseImpossible(left, node.Right);
            RefuseImpossible(right, node.Left);
        }

        return ValueShape.Any;
    }

    private void RefuseImpossible(ValueShape shape, Node other)
    {
        if (shape.Values is { } values && other is LiteralNode { Value: StringValue literal }
            && !values.Contains(literal.Text, StringComparer.Ordinal))
        {
            Report(other.Position, Undeclared.Value(literal.Text, values));
        }
    }

    private Dictionary<string, ValueShape> VisitFields(ObjectNode node)
    {
        var fields = new Dictionary<string, ValueShape>(StringComparer.Ordinal);
        for (var i = 0; i < node.Keys.Count; i++)
        {
            fields[node.Keys[i]] = Visit(node.Children[i]);
        }

        return fields;
    }

    private ValueShape FieldOf(ValueShape target, string name, int position) =>
        target.Fields is null ? ValueShape.Any : Declared(position, name, target.Fields, Undeclared.Field);

    private ValueShape Declared(
        int position,
        string name,
        IReadOnlyDictionary<string, ValueShape> declared,
        Func<string, IEnumerable<string>, Text> message) =>
        declared.TryGetValue(name, out var shape) ? shape : Report(position, message(name, declared.Keys));

    private ValueShape Report(int position, Text message)
    {
        Errors.Add((position, message));
        return ValueShape.Any;
    }
}

/// <summary>What the author is told about a name that is not declared.</summary>
internal static class Undeclared
{
    public static Text Variable(string name, IEnumerable<string> declared) => Told(
        new("biến", "variable"), name, declared);

    public static Text Input(string name, IEnumerable<string> declared) => Told(
        new("đầu vào", "input"), name, declared);

    public static Text Field(string name, IEnumerable<string> declared) => Told(
        new("trường", "field"), name, declared);

    public static Text Output(string name, IEnumerable<string> declared) => Told(
        new("đầu ra", "output"), name, declared);

    public static Text Activity(string name, IEnumerable<string> declared) => Told(
        new("hoạt động", "activity"), name, declared);

    public static Text Value(string name, IEnumerable<string> declared) => Told(
        new("giá trị", "value"), name, declared);

    private static Text Told(Text kind, string name, IEnumerable<string> declared)
    {
        var names = declared.Order(StringComparer.Ordinal).ToList();
        var suggested = Refusals.Suggested(name, names);
        var listed = string.Join(", ", names.Take(12)) + (names.Count > 12 ? ", …" : "");
        return names.Count == 0
            ? new Text($"Không có {kind.Vi} “{name}”; chưa khai báo {kind.Vi} nào.", $"There is no {kind.En} '{name}'; none is declared.")
            : new Text(
                $"Không có {kind.Vi} “{name}”{suggested.Vi}; đã khai báo: {listed}.",
                $"There is no {kind.En} '{name}'{suggested.En}; declared are: {listed}.");
    }
}

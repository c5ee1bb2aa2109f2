namespace IsoE.Workflows.Expressions;

internal sealed partial class Parser
{
    private Node ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new LiteralNode(token.Position, Value.Of(token.Number));
            case TokenKind.String or TokenKind.Template:
                at++;
                return new LiteralNode(token.Position, Value.Of(token.Text));
            case TokenKind.TemplateStart:
                return ParseTemplate();
            case TokenKind.Name:
                return ParseName();
            case TokenKind.Punctuator when token.Text == "(":
                return ParseParenthesised();
            case TokenKind.Punctuator when token.Text == "[":
                at++;
                return Made(new ArrayNode(token.Position, ParseList("]", ParseExpression)));
            case TokenKind.Punctuator when token.Text == "{":
                return ParseObject();
            default:
                throw new RefusedException(token.Position, Refusals.Unexpected(token));
        }
    }

    private Node ParseParenthesised()
    {
        at++;
        var inner = ParseExpression();
        Expect(")");
        if (Is("=>"))
        {
            throw new RefusedException(Current.Position, Refusals.Arrow);
        }

        parenthesised.Add(inner);
        return inner;
    }

    private TemplateNode ParseTemplate()
    {
        var start = Current.Position;
        var pieces = new List<string> { tokens[at++].Text };
        var children = new List<Node>();
        while (true)
        {
            children.Add(ParseExpression());
            var rest = Current;
            if (rest.Kind is not (TokenKind.TemplateMiddle or TokenKind.TemplateEnd))
            {
                throw new RefusedException(rest.Position, Refusals.Expected("}", rest));
            }

            pieces.Add(tokens[at++].Text);
            if (rest.Kind == TokenKind.TemplateEnd)
            {
                return Made(new TemplateNode(start, [.. pieces], [.. children]));
            }
        }
    }

    private ObjectNode ParseObject()
    {
        var start = tokens[at++].Position;
        var keys = new List<string>();
        var values = ParseList("}", () =>
        {
            keys.Add(ParseKey());
            Expect(":");
            return ParseExpression();
        });
        return Made(new ObjectNode(start, [.. keys], values));
    }

    private string ParseKey()
    {
        var key = Current;
        if (key.Kind is not (TokenKind.Name or TokenKind.String or TokenKind.Number))
        {
            throw new RefusedException(key.Position, Refusals.Unexpected(key));
        }

        at++;
        var name = key.Kind == TokenKind.Number ? Numbers.ToText(key.Number) : key.Text;
        RefuseInherited(key.Position, name);
        return name;
    }

    private Node ParseName()
    {
        var name = Current;
        if (parameters.LastIndexOf(name.Text) is >= 0 and var slot)
        {
            at++;
            return new ParameterNode(name.Position, slot);
        }

        if (Constant(name.Text) is { } constant)
        {
            at++;
            return new LiteralNode(name.Position, constant);
        }

        if (Refusals.IsReserved(name.Text))
        {
            throw new RefusedException(name.Position, Refusals.Unexpected(name));
        }

        at++;
        return Is("=>") ? throw new RefusedException(Current.Position, Refusals.Arrow)
            : name.Text is "variables" or "input" ? ParseNamespaceMember(name)
            : Functions.Namespaces.Contains(name.Text) && Is(".") ? ParseNamespaceCall(name)
            : Is("(") ? ParseCall(name, name.Text)
            : throw new RefusedException(name.Position, Refusals.UnknownName(name.Text));
    }

    private static Value? Constant(string name) => name switch
    {
        "true" => Value.True,
        "false" => Value.False,
        "null" => Value.Null,
        "undefined" => Value.Undefined,
        "NaN" => Value.Of(double.NaN),
        "Infinity" => Value.Of(double.PositiveInfinity),
        _ => null,
    };

    /// <summary><c>variables.X</c>, <c>input.X</c>, or either with <c>['X']</c>.</summary>
    private Node ParseNamespaceMember(Token space)
    {
        var dotted = Is(".") && tokens[at + 1].Kind == TokenKind.Name;
        var bracketed = Is("[") && tokens[at + 1].Kind == TokenKind.String && tokens[at + 2].Text == "]";
        if (!dotted && !bracketed)
        {
            throw new RefusedException(space.Position, Refusals.WholeInput);
        }

        var name = tokens[at + 1];
        at += dotted ? 2 : 3;
        RefuseInherited(name.Position, name.Text);
        return space.Text == "input"
            ? new InputNode(name.Position, name.Text)
            : new VariableNode(name.Position, name.Text, byGetter: false);
    }

    private Node ParseNamespaceCall(Token space)
    {
        at++;
        var name = Current;
        if (name.Kind != TokenKind.Name)
        {
            throw new RefusedException(name.Position, Refusals.Unexpected(name));
        }

        at++;
        return ParseCall(space, $"{space.Text}.{name.Text}");
    }

    private Node ParseCall(Token first, string name)
    {
        if (name.Length > 3 && name.StartsWith("set", StringComparison.Ordinal) && char.IsUpper(name[3]))
        {
            throw new RefusedException(first.Position, Refusals.Setter(name));
        }

        var getter = name is "getVariable" or "getInput" or "getOutputFrom";
        var known = getter || Functions.Find(name) is not null || IsVariableGetter(name);
        if (!known)
        {
            throw new RefusedException(first.Position, Refusals.UnknownFunction(name));
        }

        var arguments = ParseArguments(arrow: false);
        return getter ? ParseGetter(first, arguments) : MadeCall(first, name, arguments);
    }

    private static bool IsVariableGetter(string name) =>
        name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) && !char.IsLower(name[3]);

    private static Node MadeCall(Token first, string name, Node[] arguments)
    {
        var function = Functions.Find(name);
        var accepts = function?.Accepts(arguments.Length) ?? arguments.Length == 0;
        return !accepts
            ? throw new RefusedException(first.Position, Refusals.Arguments(name, function?.Expected ?? "0"))
            : function is null
                ? new VariableNode(first.Position, name[3..], byGetter: true)
                : Made(new FunctionNode(first.Position, name, arguments));
    }

    private static Node ParseGetter(Token function, Node[] arguments)
    {
        var names = arguments.Select(LiteralText).ToArray();
        if (Array.FindIndex(names, name => name is null) is >= 0 and var dynamic)
        {
            throw new RefusedException(arguments[dynamic].Position, Refusals.LiteralName);
        }

        return (function.Text, names) switch
        {
            ("getVariable", [{ } name]) => new VariableNode(arguments[0].Position, name, byGetter: false),
            ("getInput", [{ } name]) => new InputNode(arguments[0].Position, name),
            ("getOutputFrom", [{ } activity]) => new OutputNode(arguments[0].Position, activity, "Result"),
            ("getOutputFrom", [{ } activity, { } output]) => new OutputNode(arguments[0].Position, activity, output),
            _ => throw new RefusedException(
                function.Position, Refusals.Arguments(function.Text, function.Text == "getOutputFrom" ? "1-2" : "1")),
        };
    }

    private static string? LiteralText(Node node) => node is LiteralNode { Value: StringValue text } ? text.Text : null;
}

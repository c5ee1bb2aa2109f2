namespace IsoE.Workflows.Expressions;

internal sealed partial class Parser
{
    private Node ParsePostfix()
    {
        var start = Current.Position;
        var node = ParsePrimary();
        var chained = false;
        while (true)
        {
            var optional = Is("?.");
            if (optional || Is("."))
            {
                at++;
                node = optional && Is("[") ? ParseIndex(node, true) : ParseMember(node, optional);
            }
            else if (Is("["))
            {
                node = ParseIndex(node, false);
            }
            else
            {
                RefuseAfterOperand();
                return chained ? Made(new ChainNode(start, node)) : node;
            }

            chained |= optional;
        }
    }

    // Calls of anything but the listed functions, x++, and tagged templates.
    private void RefuseAfterOperand()
    {
        if (Is("(") || Is("++") || Is("--") || Current.Kind is TokenKind.Template or TokenKind.TemplateStart)
        {
            throw new RefusedException(Current.Position, Refusals.Unexpected(Current));
        }
    }

    private Node ParseMember(Node target, bool optional)
    {
        var name = Current;
        if (name.Kind != TokenKind.Name)
        {
            throw new RefusedException(name.Position, Refusals.Unexpected(name));
        }

        at++;
        if (Is("("))
        {
            return ParseMethod(target, name, optional);
        }

        RefuseInherited(name.Position, name.Text);
        return Made(new MemberNode(name.Position, target, name.Text, optional));
    }

    private IndexNode ParseIndex(Node target, bool optional)
    {
        var open = tokens[at++].Position;
        var key = ParseExpression();
        Expect("]");
        if (key is LiteralNode { Value: StringValue literal })
        {
            RefuseInherited(key.Position, literal.Text);
        }

        return Made(new IndexNode(open, target, key, optional));
    }

    private static void RefuseInherited(int position, string name)
    {
        if (Names.Inherited.Contains(name))
        {
            throw new RefusedException(position, Refusals.Inherited(name));
        }
    }

    private MethodNode ParseMethod(Node target, Token name, bool optional)
    {
        if (!Methods.Exists(name.Text))
        {
            throw new RefusedException(name.Position, Refusals.UnknownMethod(name.Text));
        }

        var arguments = ParseArguments(Methods.TakesArrow(name.Text));
        return Methods.Accepts(name.Text, arguments.Length)
            ? Made(new MethodNode(name.Position, target, name.Text, arguments, optional))
            : throw new RefusedException(name.Position, Refusals.Arguments(name.Text, Methods.Expected(name.Text)));
    }

    private Node[] ParseArguments(bool arrow)
    {
        Expect("(");
        return ParseList(")", () => arrow ? ParseArrow() : ParseExpression());
    }

    private Node[] ParseList(string close, Func<Node> parseItem)
    {
        var items = new List<Node>();
        while (!Is(close))
        {
            items.Add(parseItem());
            if (Is(close))
            {
                break;
            }

            Expect(",");
        }

        Expect(close);
        return [.. items];
    }

    private ArrowNode ParseArrow()
    {
        var (start, slot) = (Current.Position, parameters.Count);
        var names = IsArrowWithOneName() ? [tokens[at++]] : ParseParameters();
        if (!Is("=>") || Current.AfterLineEnd || names.Any(name => Refusals.IsReserved(name.Text)))
        {
            throw new RefusedException(start, Refusals.ArrowNeeded);
        }

        at++;
        if (Is("{"))
        {
            throw new RefusedException(Current.Position, Refusals.Arrow);
        }

        parameters.AddRange(names.Select(name => name.Text));
        var body = ParseExpression();
        parameters.RemoveRange(slot, names.Count);
        return Made(new ArrowNode(start, slot, names.Count, body));
    }

    private bool IsArrowWithOneName() => Current.Kind == TokenKind.Name && tokens[at + 1].Text == "=>";

    private List<Token> ParseParameters()
    {
        var start = Current.Position;
        var names = new List<Token>();
        if (!Is("("))
        {
            throw new RefusedException(start, Refusals.ArrowNeeded);
        }

        do
        {
            at++;
            if (Current.Kind == TokenKind.Name)
            {
                names.Add(tokens[at++]);
            }
        }
        while (Is(","));

        var plain = names.Count <= 2 && names.Select(name => name.Text).Distinct().Count() == names.Count;
        if (!plain || !Is(")"))
        {
            throw new RefusedException(start, Refusals.ArrowNeeded);
        }

        at++;
        return names;
    }
}

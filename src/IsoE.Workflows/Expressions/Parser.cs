namespace IsoE.Workflows.Expressions;

/// <summary>Reads one expression of the subset. The first thing outside it ends the reading.</summary>
/// <remarks>Binary operators are read by precedence climbing, so that nesting costs few stack frames.</remarks>
internal sealed partial class Parser
{
    private static readonly Dictionary<string, int> Precedence = new(StringComparer.Ordinal)
    {
        ["??"] = 1,
        ["||"] = 2,
        ["&&"] = 3,
        ["=="] = 4,
        ["!="] = 4,
        ["==="] = 4,
        ["!=="] = 4,
        ["<"] = 5,
        ["<="] = 5,
        [">"] = 5,
        [">="] = 5,
        ["+"] = 6,
        ["-"] = 6,
        ["*"] = 7,
        ["/"] = 7,
        ["%"] = 7,
    };

    private readonly List<Token> tokens = [];

    // Parameters of the arrow functions around the current place; the index is the slot.
    private readonly List<string> parameters = [];
    private readonly HashSet<Node> parenthesised = [];
    private readonly RefusedException? lexed;
    private int at;
    private int depth;

    private Parser(string source)
    {
        var lexer = new Lexer(source);
        try
        {
            do
            {
                tokens.Add(lexer.Next());
            }
            while (tokens[^1].Kind != TokenKind.End);
        }
        catch (RefusedException refusal)
        {
            // A trouble earlier in the source is told first: this one counts when the parser gets here.
            lexed = refusal;
            tokens.Add(new Token(TokenKind.End, refusal.Position, ""));
        }
    }

    /// <exception cref="RefusedException">The source is not one expression of the subset.</exception>
    public static Node Parse(string source)
    {
        if (source.Length > Limits.SourceLength)
        {
            throw new RefusedException(Limits.SourceLength, Refusals.TooLong);
        }

        var parser = new Parser(source);
        try
        {
            return parser.ParseWhole();
        }
        catch (RefusedException refusal) when (parser.lexed is { } lexed && refusal.Position >= lexed.Position)
        {
            throw lexed;
        }
    }

    private Token Current => tokens[at];

    private Node ParseWhole()
    {
        if (Current.Kind == TokenKind.End)
        {
            throw new RefusedException(Current.Position, Refusals.Empty);
        }

        if (IsName("return"))
        {
            at++;
            if (Current.AfterLineEnd)
            {
                throw new RefusedException(Current.Position, Refusals.ReturnLine);
            }
        }
        else if (Is("{"))
        {
            throw new RefusedException(Current.Position, Refusals.BareObject);
        }

        var whole = ParseExpression();
        while (Is(";"))
        {
            at++;
        }

        return Current.Kind == TokenKind.End && lexed is null
            ? whole
            : throw lexed ?? new RefusedException(Current.Position, Refusals.Unexpected(Current));
    }

    private Node ParseExpression()
    {
        Deeper();
        var test = ParseBinary(1);
        if (Is("?"))
        {
            at++;
            var whenTrue = ParseExpression();
            Expect(":");
            test = Made(new ConditionalNode(test.Position, test, whenTrue, ParseExpression()));
        }

        depth--;
        return test;
    }

    private Node ParseBinary(int least)
    {
        var left = ParseUnary();
        while (Current.Kind == TokenKind.Punctuator
            && Precedence.TryGetValue(Current.Text, out var precedence) && precedence >= least)
        {
            var op = tokens[at++];
            var right = ParseBinary(precedence + 1);
            RefuseMixed(op, left, right);
            left = Made<Node>(op.Text is "&&" or "||" or "??"
                ? new LogicalNode(op.Position, op.Text, left, right)
                : new BinaryNode(op.Position, op.Text, left, right));
        }

        return left;
    }

    // JavaScript itself refuses a ?? b || c; parentheses around either part make it plain.
    private void RefuseMixed(Token op, Node left, Node right)
    {
        bool Mixes(Node side) =>
            side is LogicalNode logical && !parenthesised.Contains(side) && (logical.Operator == "??") != (op.Text == "??");

        if (op.Text is "&&" or "||" or "??" && (Mixes(left) || Mixes(right)))
        {
            throw new RefusedException(op.Position, Refusals.MixedNullish);
        }
    }

    private Node ParseUnary()
    {
        var op = Current;
        var unary = op.Kind == TokenKind.Punctuator ? op.Text is "!" or "-" or "+" : IsName("typeof");
        if (!unary)
        {
            return ParsePostfix();
        }

        at++;
        Deeper();
        var operand = ParseUnary();
        depth--;
        return Made(new UnaryNode(op.Position, op.Text, operand));
    }

    private bool Is(string punctuator) => Current.Kind == TokenKind.Punctuator && Current.Text == punctuator;

    private bool IsName(string name) => Current.Kind == TokenKind.Name && Current.Text == name;

    private void Expect(string punctuator)
    {
        if (!Is(punctuator))
        {
            throw new RefusedException(
                Current.Position,
                Current.Kind == TokenKind.End || Is(")") || Is("]") || Is("}") || Is(",") || Is(":") || Is(";")
                    ? Refusals.Expected(punctuator, Current)
                    : Refusals.Unexpected(Current));
        }

        at++;
    }

    private void Deeper()
    {
        if (++depth > Limits.TreeDepth)
        {
            throw new RefusedException(Current.Position, Refusals.TooDeep);
        }
    }

    private static T Made<T>(T node)
        where T : Node =>
        node.Depth <= Limits.TreeDepth ? node : throw new RefusedException(node.Position, Refusals.TooDeep);
}

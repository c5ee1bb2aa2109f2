using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification.Data;

/// <summary>One place in an expression where a term is read.</summary>
/// <param name="IsPlain">It is only compared with <paramref name="Constants"/>, or taken as true or false.</param>
/// <param name="IsOrdered">Some comparison asks which is greater.</param>
internal sealed record Use(Term Term, bool IsPlain, bool IsOrdered, IReadOnlyList<Value> Constants);

/// <summary>What one expression reads, and how.</summary>
internal sealed class Inquiry
{
    private readonly Naming naming;
    private readonly List<Use> uses = [];

    private Inquiry(ActivityInput given, Naming naming)
    {
        (Given, this.naming) = (given, naming);
        switch (given.Kind)
        {
            case ExpressionKind.JavaScript:
                Visit(given.JavaScript!.Root, Context.Truth);
                break;
            case ExpressionKind.Variable:
                Whole(naming.Reference(given.Reference));
                break;
            case ExpressionKind.Input:
                Whole(new Source(SourceKind.Input, given.Reference ?? ""));
                break;
        }

        Terms = [.. uses.Select(use => use.Term).Distinct()];
        Sources = uses.Select(use => use.Term.Source).ToHashSet();
    }

    public ActivityInput Given { get; }

    public IReadOnlyList<Use> Uses => uses;

    public IReadOnlySet<Source> Sources { get; }

    /// <summary>What it reads, each once.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Whether every name is declared; one that is not makes the value unknown.</summary>
    public bool IsKnown { get; private set; } = true;

    public static Inquiry Of(ActivityInput given, Naming naming) => new(given, naming);

    private void Whole(Source? source)
    {
        IsKnown &= source is not null;
        if (source is { } known)
        {
            uses.Add(new Use(new Term(known, ""), true, false, []));
        }
    }

    private void Visit(Node node, Context context)
    {
        switch (node)
        {
            case VariableNode or InputNode or OutputNode or MemberNode or IndexNode or ChainNode:
                VisitTerm(node, context);
                break;
            case UnaryNode { Operator: "!" } not:
                Visit(not.Operand, Context.Truth);
                break;
            case LogicalNode logical:
                Visit(logical.Left, context.AndTruth());
                Visit(logical.Right, context);
                break;
            case ConditionalNode:
                Visit(node.Children[0], Context.Truth);
                Visit(node.Children[1], context);
                Visit(node.Children[2], context);
                break;
            case BinaryNode binary when Comparison.Of(binary) is { } comparison:
                Visit(binary.Left, comparison.Against(binary.Right));
                Visit(binary.Right, comparison.Against(binary.Left));
                break;
            case MethodNode { Name: "includes", Target: ArrayNode list } method when list.Children.All(item => item is LiteralNode):
                Visit(method.Arguments.First(), new Context(true, false, [.. list.Children.Select(item => ((LiteralNode)item).Value)]));
                break;
            default:
                node.Children.ToList().ForEach(child => Visit(child, Context.Opaque));
                break;
        }
    }

    private void VisitTerm(Node node, Context context)
    {
        var path = new Stack<string>();
        var at = node;
        while (true)
        {
            switch (at)
            {
                case ChainNode:
                    at = at.Children[0];
                    continue;

                // The length of a text is no field of it.
                case MemberNode { Name: not "length" } member when !member.Name.Contains('.', StringComparison.Ordinal):
                    path.Push(member.Name);
                    at = member.Target;
                    continue;
                case IndexNode { Key: LiteralNode { Value: StringValue key } } index when !key.Text.Contains('.', StringComparison.Ordinal):
                    path.Push(key.Text);
                    at = index.Target;
                    continue;
            }

            break;
        }

        if (naming.Find(at) is { } source)
        {
            uses.Add(new Use(new Term(source, string.Join('.', path)), context.IsPlain, context.IsOrdered, context.Constants));
        }
        else if (at is VariableNode or OutputNode)
        {
            IsKnown = false;
        }
        else
        {
            at.Children.ToList().ForEach(child => Visit(child, Context.Opaque));
        }
    }

    /// <summary>What happens to the value of a node.</summary>
    private sealed record Context(bool IsPlain, bool IsOrdered, IReadOnlyList<Value> Constants)
    {
        public static readonly Context Truth = new(true, false, [Value.True]);

        public static readonly Context Opaque = new(false, false, []);

        public Context AndTruth() => this with { Constants = [.. Constants, Value.True] };
    }

    /// <summary>A comparison of two sides, at least one of which is written out.</summary>
    private sealed record Comparison(bool IsOrdered)
    {
        public static Comparison? Of(BinaryNode node) => node.Operator switch
        {
            "==" or "===" or "!=" or "!==" => new Comparison(false),
            "<" or "<=" or ">" or ">=" => new Comparison(true),
            _ => null,
        };

        public Context Against(Node other) =>
            Constant(other) is { } value ? new Context(true, IsOrdered, [value]) : Context.Opaque;

        private static Value? Constant(Node node) => node switch
        {
            LiteralNode literal => literal.Value,
            UnaryNode { Operator: "-", Operand: LiteralNode { Value: NumberValue number } } => Value.Of(-number.Number),
            _ => null,
        };
    }
}

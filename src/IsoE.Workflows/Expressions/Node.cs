namespace IsoE.Workflows.Expressions;

/// <summary>A part of a parsed expression. The tree is immutable and holds nothing but the subset.</summary>
internal abstract class Node(int position, params Node[] children)
{
    public int Position { get; } = position;

    public IReadOnlyList<Node> Children { get; } = children;

    /// <summary>Longest way down to a leaf; bounds the recursion of everything that walks the tree.</summary>
    public int Depth { get; } = 1 + (children.Length == 0 ? 0 : children.Max(child => child.Depth));

    /// <summary>This node and everything below it, in source order.</summary>
    public IEnumerable<Node> All => Children.SelectMany(child => child.All).Prepend(this);
}

internal sealed class LiteralNode(int position, Value value) : Node(position)
{
    public Value Value { get; } = value;
}

/// <summary><c>`text${child}text`</c>: one piece of text more than children.</summary>
internal sealed class TemplateNode(int position, string[] pieces, Node[] children) : Node(position, children)
{
    public IReadOnlyList<string> Pieces { get; } = pieces;
}

/// <param name="byGetter">Written as <c>getX()</c>, which may also mean the variable <c>x</c>.</param>
internal sealed class VariableNode(int position, string name, bool byGetter) : Node(position)
{
    public string Name { get; } = name;

    public bool ByGetter { get; } = byGetter;
}

internal sealed class InputNode(int position, string name) : Node(position)
{
    public string Name { get; } = name;
}

internal sealed class OutputNode(int position, string activity, string output) : Node(position)
{
    public string Activity { get; } = activity;

    public string Output { get; } = output;
}

/// <summary>A parameter of an enclosing arrow function. Slots are numbered from the outermost one.</summary>
internal sealed class ParameterNode(int position, int slot) : Node(position)
{
    public int Slot { get; } = slot;
}

internal sealed class MemberNode(int position, Node target, string name, bool optional) : Node(position, target)
{
    public Node Target => Children[0];

    public string Name { get; } = name;

    public bool Optional { get; } = optional;
}

internal sealed class IndexNode(int position, Node target, Node key, bool optional) : Node(position, target, key)
{
    public Node Target => Children[0];

    public Node Key => Children[1];

    public bool Optional { get; } = optional;
}

/// <summary>A call of a method of strings or arrays.</summary>
internal sealed class MethodNode(int position, Node target, string name, Node[] arguments, bool optional)
    : Node(position, [target, .. arguments])
{
    public Node Target => Children[0];

    public string Name { get; } = name;

    public IEnumerable<Node> Arguments => Children.Skip(1);

    public bool Optional { get; } = optional;
}

/// <summary>End of an optional chain: when a <c>?.</c> inside met nothing, the whole is <c>undefined</c>.</summary>
internal sealed class ChainNode(int position, Node inner) : Node(position, inner);

/// <summary>A call of a function of the fixed list, by its full name (<c>Math.min</c>).</summary>
internal sealed class FunctionNode(int position, string name, Node[] arguments) : Node(position, arguments)
{
    public string Name { get; } = name;
}

internal sealed class ArrowNode(int position, int firstSlot, int parameters, Node body) : Node(position, body)
{
    public int FirstSlot { get; } = firstSlot;

    public int Parameters { get; } = parameters;

    public Node Body => Children[0];
}

internal sealed class UnaryNode(int position, string op, Node operand) : Node(position, operand)
{
    public string Operator { get; } = op;

    public Node Operand => Children[0];
}

/// <summary>Arithmetic or comparison: both sides are evaluated.</summary>
internal sealed class BinaryNode(int position, string op, Node left, Node right) : Node(position, left, right)
{
    public string Operator { get; } = op;

    public Node Left => Children[0];

    public Node Right => Children[1];
}

/// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>??</c>: the right side is evaluated when the left does not decide.</summary>
internal sealed class LogicalNode(int position, string op, Node left, Node right) : Node(position, left, right)
{
    public string Operator { get; } = op;

    public Node Left => Children[0];

    public Node Right => Children[1];
}

internal sealed class ConditionalNode(int position, Node test, Node whenTrue, Node whenFalse)
    : Node(position, test, whenTrue, whenFalse);

internal sealed class ArrayNode(int position, Node[] items) : Node(position, items);

internal sealed class ObjectNode(int position, string[] keys, Node[] values) : Node(position, values)
{
    public IReadOnlyList<string> Keys { get; } = keys;
}

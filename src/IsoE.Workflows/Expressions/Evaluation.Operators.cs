using System.Text;

namespace IsoE.Workflows.Expressions;

internal sealed partial class Evaluation
{
    private Value EvaluateUnary(UnaryNode node)
    {
        var operand = Operand(node.Operand);
        place = node.Position;
        return node.Operator switch
        {
            "!" => Value.Of(!Convert.ToBoolean(operand)),
            "-" => Value.Of(-Convert.ToNumber(operand)),
            "+" => Value.Of(Convert.ToNumber(operand)),
            _ => Value.Of(TypeOf(operand)),
        };
    }

    private static string TypeOf(Value value) => value switch
    {
        UndefinedValue => "undefined",
        BooleanValue => "boolean",
        NumberValue => "number",
        StringValue => "string",
        _ => "object",
    };

    private Value EvaluateBinary(BinaryNode node)
    {
        var (left, right) = (Operand(node.Left), Operand(node.Right));
        place = node.Position;
        return node.Operator switch
        {
            "+" => Add(left, right),
            "-" => Value.Of(Convert.ToNumber(left) - Convert.ToNumber(right)),
            "*" => Value.Of(Convert.ToNumber(left) * Convert.ToNumber(right)),
            "/" => Value.Of(Convert.ToNumber(left) / Convert.ToNumber(right)),
            "%" => Value.Of(Convert.ToNumber(left) % Convert.ToNumber(right)),
            "==" => Value.Of(Compare.Loosely(left, right)),
            "!=" => Value.Of(!Compare.Loosely(left, right)),
            "===" => Value.Of(Compare.Strictly(left, right)),
            "!==" => Value.Of(!Compare.Strictly(left, right)),
            _ => Value.Of(Compare.InOrder(node.Operator, left, right)),
        };
    }

    private Value Add(Value left, Value right)
    {
        var (a, b) = (Convert.ToPrimitive(left), Convert.ToPrimitive(right));
        return a is StringValue || b is StringValue
            ? Text(Convert.ToText(a) + Convert.ToText(b))
            : Value.Of(Convert.ToNumber(a) + Convert.ToNumber(b));
    }

    private Value EvaluateLogical(LogicalNode node)
    {
        var left = Evaluate(node.Left);
        var decided = node.Operator switch
        {
            "&&" => !Convert.ToBoolean(left),
            "||" => Convert.ToBoolean(left),
            _ => !left.IsNullish,
        };
        return decided ? left : Evaluate(node.Right);
    }

    private Value EvaluateTemplate(TemplateNode node)
    {
        var text = new StringBuilder(node.Pieces[0]);
        for (var i = 0; i < node.Children.Count; i++)
        {
            text.Append(Convert.ToText(Operand(node.Children[i]))).Append(node.Pieces[i + 1]);
        }

        place = node.Position;
        return Text(text.ToString());
    }

    private ObjectValue EvaluateObject(ObjectNode node) =>
        Built(new ObjectValue(node.Keys.Select((key, i) => KeyValuePair.Create(key, Evaluate(node.Children[i])))));

    private Value EvaluateFunction(FunctionNode node)
    {
        var arguments = node.Children.Select(Operand).ToArray();
        place = node.Position;
        return Built(Functions.Find(node.Name)!.Call(arguments));
    }
}

namespace IsoE.Workflows.Tests.Expressions;

/// <summary>Makes random expressions of the subset; the same seed makes the same ones.</summary>
internal sealed class ExpressionGenerator(int seed)
{
    private static readonly string[] Leaves =
    [
        "0", "1", "2.5", "-0", "1e21", "1e-7", "0.1", "123456789012345680000", "5e-324", "0x1F", "NaN", "Infinity",
        "''", "'a'", "'10'", "' 12 '", "'0x1f'", "'-Infinity'", "'Đường Lê Lợi'", "'a,b;c'", "\"\\u00e9\\n\"", "`x`",
        "true", "false", "null", "undefined", "[]", "[1, '2', null]", "[[1], [undefined, 'x']]", "({})",
        "({ a: 1, b: 'x', 3: [true], '1': null })",
        "getVariable('n')", "getVariable('s')", "getVariable('list')", "variables.object", "variables['none']", "getN()",
        "getInput('form')", "input.form.floors", "getInput('absent')", "input['absent']",
    ];

    private static readonly string[] Binary = ["+", "-", "*", "/", "%", "==", "!=", "===", "!==", "<", "<=", ">", ">="];

    private static readonly string[] Functions =
    [
        "Math.abs", "Math.ceil", "Math.floor", "Math.round", "Math.trunc", "Math.max", "Math.min", "Number", "String",
        "Boolean", "parseInt", "parseFloat", "isNaN", "JSON.stringify", "Array.isArray",
    ];

    private static readonly string[] Plain = ["toLowerCase()", "toUpperCase()", "trim()", "toString()", "join()", "slice()"];

    private static readonly string[] WithOne =
        ["startsWith", "endsWith", "includes", "indexOf", "charAt", "slice", "substring", "split", "join"];

    private static readonly string[] WithArrow = ["some", "every", "filter", "map", "find", "findIndex"];

    private readonly Random random = new(seed);
    private readonly Stack<string> parameters = new();

    public string Make(int depth) => depth == 0 || random.Next(8) == 0 ? Leaf() : random.Next(13) switch
    {
        0 or 1 or 2 => $"({Make(depth - 1)} {Pick(Binary)} {Make(depth - 1)})",
        3 => $"({Make(depth - 1)} {Pick(["&&", "||", "??"])} {Make(depth - 1)})",
        4 => $"{Pick(["!", "-", "+", "typeof ", "! -"])}({Make(depth - 1)})",
        5 => $"({Make(depth - 1)} ? {Make(depth - 1)} : {Make(depth - 1)})",
        6 => $"`<${{{Make(depth - 1)}}}|${{ {Make(depth - 1)} }}>`",
        7 => $"[{Make(depth - 1)}, {Make(depth - 1)}]",
        8 => $"({{ {Pick(["a", "b", "'c d'", "7"])}: {Make(depth - 1)}, {Pick(["a", "e", "2"])}: {Make(depth - 1)} }})",
        9 => $"({Make(depth - 1)}){Pick(["?.", "."])}{Pick(["a", "length", "b?.c", "floors"])}",
        10 => $"({Make(depth - 1)}){Pick(["?.", ""])}[{Make(depth - 1)}]",
        11 => $"{Pick(Functions)}({Make(depth - 1)})",
        _ => $"({Make(depth - 1)}){Pick(["?.", "."])}{Call(depth - 1)}",
    };

    private string Call(int depth) => random.Next(4) switch
    {
        0 => Pick(Plain),
        1 => $"{Pick(WithOne)}({Make(depth)})",
        2 => $"{Pick(["slice", "substring"])}({random.Next(-4, 5)}, {Make(depth)})",
        _ => $"{Pick(WithArrow)}({Arrow(depth)})",
    };

    private string Arrow(int depth)
    {
        var (item, index) = ($"p{parameters.Count}", $"i{parameters.Count}");
        parameters.Push(item);
        parameters.Push(index);
        var body = Make(depth);
        parameters.Pop();
        parameters.Pop();
        return $"({item}, {index}) => ({body})";
    }

    private string Leaf() =>
        parameters.Count > 0 && random.Next(3) == 0 ? parameters.ElementAt(random.Next(parameters.Count)) : Pick(Leaves);

    private string Pick(string[] from) => from[random.Next(from.Length)];
}

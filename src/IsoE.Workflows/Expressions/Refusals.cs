namespace IsoE.Workflows.Expressions;

/// <summary>The source is outside the subset. Never leaves the parser: it becomes an <see cref="ExpressionError"/>.</summary>
internal sealed class RefusedException(int position, Text reason) : Exception(reason.En)
{
    public int Position { get; } = position;

    public Text Reason { get; } = reason;
}

/// <summary>What the author is told about a place that is outside the subset, and what to write instead.</summary>
internal static class Refusals
{
    private static readonly HashSet<string> Statements = new(StringComparer.Ordinal)
    {
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "export",
        "extends", "finally", "for", "function", "if", "import", "let", "new", "return", "super", "switch", "this",
        "throw", "try", "var", "void", "while", "with", "yield", "in", "instanceof", "await", "async", "enum", "static",
        "implements", "interface", "package", "private", "protected", "public", "arguments", "eval",
    };

    private static readonly HashSet<string> Assignments = new(StringComparer.Ordinal)
    {
        "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=", "++",
        "--",
    };

    public static Text UnclosedString { get; } = new(
        "Chuỗi ký tự bắt đầu ở đây chưa được đóng; hãy thêm dấu nháy đóng.",
        "The string that begins here is not closed; add the closing quote.");

    public static Text UnclosedComment { get; } = new(
        "Chú thích bắt đầu ở đây chưa được đóng; hãy thêm */.",
        "The comment that begins here is not closed; add */.");

    public static Text Escape { get; } = new(
        "Ký hiệu sau dấu \\ không hợp lệ; có thể dùng \\n \\t \\\\ \\' \\\" \\xHH \\uHHHH \\u{H}.",
        "This escape is not valid; possible are \\n \\t \\\\ \\' \\\" \\xHH \\uHHHH \\u{H}.");

    public static Text TooLong { get; } = new(
        $"Biểu thức quá dài; tối đa {Limits.SourceLength} ký tự.",
        $"The expression is too long; at most {Limits.SourceLength} characters are possible.");

    public static Text TooDeep { get; } = new(
        $"Biểu thức lồng nhau quá sâu; tối đa {Limits.TreeDepth} tầng. Hãy tách bớt ra biến.",
        $"The expression is nested too deeply; at most {Limits.TreeDepth} levels are possible. Move parts into variables.");

    public static Text Empty { get; } = new(
        "Biểu thức trống; hãy viết một giá trị, ví dụ getVariable('Ten') == 'x'.",
        "The expression is empty; write a value, for example getVariable('Name') == 'x'.");

    public static Text Regex { get; } = new(
        "Không dùng được biểu thức chính quy; hãy dùng startsWith, endsWith, includes hoặc so sánh.",
        "Regular expressions are not possible; use startsWith, endsWith, includes or a comparison.");

    public static Text Arrow { get; } = new(
        "Hàm mũi tên chỉ dùng được làm đối số của some, every, filter, map, find, findIndex, với thân là một biểu thức.",
        "An arrow function is only possible as the argument of some, every, filter, map, find, findIndex, with an "
        + "expression as its body.");

    public static Text ArrowNeeded { get; } = new(
        "Ở đây cần một hàm mũi tên, ví dụ x => x.name == 'a'.",
        "An arrow function is needed here, for example x => x.name == 'a'.");

    public static Text Spread { get; } = new(
        "Không dùng được dấu ba chấm (...); hãy liệt kê từng phần tử.",
        "Spread (...) is not possible; write the items one by one.");

    public static Text BareObject { get; } = new(
        "Đối tượng đứng một mình phải đặt trong ngoặc tròn: ({ a: 1 }).",
        "An object that stands alone must be put in parentheses: ({ a: 1 }).");

    public static Text ReturnLine { get; } = new(
        "Biểu thức phải đứng cùng dòng với return.",
        "The expression must stand on the same line as return.");

    public static Text MixedNullish { get; } = new(
        "Khi dùng ?? cùng với && hoặc ||, hãy đặt ngoặc tròn để rõ thứ tự.",
        "Where ?? meets && or ||, use parentheses to show the order.");

    public static Text LiteralName { get; } = new(
        "Tên ở đây phải là chuỗi viết sẵn, ví dụ getVariable('Ten'), để kiểm tra được trước khi ban hành.",
        "The name here must be a literal string, for example getVariable('Name'), so that it can be checked before "
        + "publication.");

    public static Text WholeInput { get; } = new(
        "Hãy nêu tên đầu vào hoặc biến: input.ten, getInput('ten'), variables.Ten, getVariable('Ten').",
        "Name the input or variable: input.name, getInput('name'), variables.Name, getVariable('Name').");

    public static Text Setter(string name) => new(
        $"Biểu thức không được thay đổi dữ liệu nên không gọi được {name}; hãy dùng hoạt động SetVariable.",
        $"An expression cannot change data, so {name} is not possible; use a SetVariable activity.");

    public static Text Inherited(string name) => new(
        $"Không đọc được “{name}”; chỉ đọc được các trường dữ liệu.",
        $"'{name}' cannot be read; only data fields can.");

    public static Text Number(string text) => new(
        $"“{text}” không phải là số hợp lệ; hãy viết ví dụ 12, 0.5 hoặc 1e3.",
        $"'{text}' is not a valid number; write for example 12, 0.5 or 1e3.");

    public static Text Character(string source, int at) => new(
        $"Ký tự “{Shown(source, at)}” không dùng được trong biểu thức. {Possible.Vi}",
        $"The character '{Shown(source, at)}' is not possible in an expression. {Possible.En}");

    public static Text Expected(string what, Token found) => new(
        $"Ở đây cần “{what}” nhưng gặp {Described(found).Vi}.",
        $"'{what}' is expected here, but {Described(found).En} was found.");

    public static Text Arguments(string name, string expected) => new(
        $"{name} cần {expected} đối số.",
        $"{name} takes {expected} argument(s).");

    public static Text UnknownName(string name) => new(
        $"Không có tên “{name}”; giá trị của biến viết là getVariable('{name}') hoặc variables.{name}, của đầu vào là "
        + $"getInput('{name}').",
        $"There is no '{name}'; a variable is written getVariable('{name}') or variables.{name}, an input "
        + $"getInput('{name}').");

    public static Text UnknownFunction(string name) => new(
        $"Không có hàm {name}{Suggested(name, Functions.Names).Vi}; các hàm dùng được: {Functions.Listed}, getX() cho biến X.",
        $"There is no function {name}{Suggested(name, Functions.Names).En}; possible are {Functions.Listed}, getX() for a "
        + "variable X.");

    public static Text UnknownMethod(string name) => new(
        $"Không có phương thức {name}{Suggested(name, Methods.Names).Vi}; các phương thức dùng được: {Methods.Listed}.",
        $"There is no method {name}{Suggested(name, Methods.Names).En}; possible are {Methods.Listed}.");

    /// <summary>The text for a token that cannot stand where it was found.</summary>
    public static Text Unexpected(Token token) => token switch
    {
        { Kind: TokenKind.Punctuator, Text: "/" or "/=" } => Regex,
        { Kind: TokenKind.Punctuator, Text: "=>" } => Arrow,
        { Kind: TokenKind.Punctuator, Text: "..." } => Spread,
        { Kind: TokenKind.Punctuator } when Assignments.Contains(token.Text) => new(
            $"Biểu thức không được thay đổi dữ liệu nên không dùng được “{token.Text}”; so sánh viết là ==.",
            $"An expression cannot change data, so '{token.Text}' is not possible; a comparison is written ==."),
        { Kind: TokenKind.Name } when Statements.Contains(token.Text) => new(
            $"Không dùng được “{token.Text}”. {Possible.Vi}",
            $"'{token.Text}' is not possible. {Possible.En}"),
        _ => new(
            $"Không hiểu {Described(token).Vi} ở vị trí này. {Possible.Vi}",
            $"{Capital(Described(token).En)} cannot stand here. {Possible.En}"),
    };

    public static bool IsReserved(string name) =>
        Statements.Contains(name) || name is "true" or "false" or "null" or "undefined" or "typeof";

    public static Text Suggested(string name, IEnumerable<string> declared) =>
        Expressions.Names.Nearest(name, declared) is { } nearest
            ? new Text($" (có phải “{nearest}”?)", $" (did you mean '{nearest}'?)")
            : new Text("", "");

    private static Text Possible { get; } = new(
        "Chỉ dùng được một biểu thức: giá trị, biến, đầu vào, phép tính, so sánh, && || ! ?:, mảng, đối tượng và các hàm có sẵn.",
        "Only one expression is possible: values, variables, inputs, arithmetic, comparison, && || ! ?:, arrays, objects "
        + "and the listed functions.");

    private static Text Described(Token token) => token.Kind switch
    {
        TokenKind.End => new("hết biểu thức", "the end of the expression"),
        TokenKind.Number => new($"số {token.Text}", $"the number {token.Text}"),
        TokenKind.String => new("một chuỗi ký tự", "a string"),
        TokenKind.Template or TokenKind.TemplateStart or TokenKind.TemplateMiddle or TokenKind.TemplateEnd => new("một chuỗi mẫu", "a template string"),
        _ => new($"“{token.Text}”", $"'{token.Text}'"),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Shown(string source, int at) =>
        char.IsHighSurrogate(source[at]) && at + 1 < source.Length && char.IsLowSurrogate(source[at + 1])
            ? source.Substring(at, 2)
            : char.IsControl(source[at]) || char.IsSurrogate(source[at]) ? $"U+{(int)source[at]:X4}" : source[at].ToString();
}

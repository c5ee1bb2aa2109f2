using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

public class RefuseTests
{
    [TestCase("", 1, "value")]
    [TestCase("a = 1", 1, "getVariable('a')")]
    [TestCase("variables.a = 1", 13, "==")]
    [TestCase("getX() += 1", 8, "+=")]
    [TestCase("variables.a++", 12, "++")]
    [TestCase("setFloors(3)", 1, "SetVariable")]
    [TestCase("setVariable('a', 1)", 1, "SetVariable")]
    [TestCase("new Date()", 1, "new")]
    [TestCase("function () { }", 1, "function")]
    [TestCase("if (true) 1", 1, "if")]
    [TestCase("const a = 1; a", 1, "const")]
    [TestCase("1; 2", 4, "2")]
    [TestCase("1, 2", 2, ",")]
    [TestCase("this", 1, "this")]
    [TestCase("/a/.test('a')", 1, "startsWith")]
    [TestCase("'a'.constructor", 5, "constructor")]
    [TestCase("'a'['__proto__']", 5, "__proto__")]
    [TestCase("({ __proto__: null })", 4, "__proto__")]
    [TestCase("({ a })", 6, ":")]
    [TestCase("({ ...variables.a })", 4, "...")]
    [TestCase("[...[1]]", 2, "...")]
    [TestCase("{ a: 1 }", 1, "parentheses")]
    [TestCase("x => x", 3, "arrow")]
    [TestCase("(x) => x", 2, "getVariable('x')")]
    [TestCase("[1].map(Number)", 9, "x =>")]
    [TestCase("[1].map(x => { return x; })", 14, "arrow")]
    [TestCase("[1].map((a, a) => a)", 9, "x =>")]
    [TestCase("[1].sort()", 5, "some")]
    [TestCase("'a'.tolowercase()", 5, "toLowerCase")]
    [TestCase("Math.random()", 1, "Math.round")]
    [TestCase("eval('1')", 1, "eval")]
    [TestCase("fetch('x')", 1, "fetch")]
    [TestCase("getVariable(getName())", 13, "literal string")]
    [TestCase("input", 1, "getInput('name')")]
    [TestCase("Math.abs()", 1, "1")]
    [TestCase("'abc", 1, "closing quote")]
    [TestCase("`a${1", 6, "}")]
    [TestCase("`a`(1)", 4, "(")]
    [TestCase("(1", 3, ")")]
    [TestCase("1 +", 4, "end of the expression")]
    [TestCase("012", 1, "012")]
    [TestCase("1n", 1, "1n")]
    [TestCase("3px", 1, "3px")]
    [TestCase("'\\u12'", 2, "\\u")]
    [TestCase("1 ?? 2 || 3", 3, "parentheses")]
    [TestCase("1 & 2", 3, "&")]
    [TestCase("1 # 2", 3, "#")]
    [TestCase("'a' in variables.b", 5, "in")]
    [TestCase("/* open", 1, "*/")]
    [TestCase("return\n1", 1, "same line")]
    public void What_is_outside_the_subset_is_refused_with_its_place_and_what_is_possible(
        string source, int column, string said)
    {
        var parsed = JavaScriptExpression.Parse(source);

        Assert.That(parsed.Expression, Is.Null);
        Assert.That(parsed.Error!.Message.En, Does.Contain(said));
        Assert.That(parsed.Error.Message.Vi, Is.Not.EqualTo(parsed.Error.Message.En));
        Assert.That(parsed.Error.Column, Is.EqualTo(column));
    }

    [Test]
    public void The_place_is_told_by_line_and_column()
    {
        var error = JavaScriptExpression.Parse("1 +\r\n  2 *\n   !").Error!;

        Assert.That((error.Line, error.Column, error.Position), Is.EqualTo((3, 5, 15)));
    }

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("!", "")]
    [TestCase("- ", "")]
    [TestCase("({a:", "})")]
    [TestCase("`${", "}`")]
    [TestCase("true ? 1 : ", "")]
    [TestCase("[1].map(x => ", ")")]
    [TestCase("1 + ", "")]
    public void Deep_nesting_is_refused_and_does_no_harm(string open, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 4_000)) + "1" + string.Concat(Enumerable.Repeat(close, 4_000));

        Assert.That(JavaScriptExpression.Parse(source).Error!.Message.En, Does.Contain("nested"));
    }

    [Test]
    public void Ten_thousand_parentheses_are_refused()
    {
        var source = new string('(', 10_000) + 1 + new string(')', 10_000);

        Assert.That(JavaScriptExpression.Parse(source).Error!.Message.En, Does.Contain("nested"));
    }

    [Test]
    public void A_source_of_more_than_64_kilobytes_is_refused()
    {
        var source = $"'{new string('a', 70_000)}'";

        Assert.That(JavaScriptExpression.Parse(source).Error!.Message.En, Does.Contain("too long"));
    }

    [Test]
    public void Any_text_at_all_is_parsed_or_refused()
    {
        const string Alphabet = "a1'\"`${}()[].,?:=!<>&|+-*/%\\ \nnx=>\u00a0\ud83d\udcc4đ";
        var random = new Random(20);
        for (var i = 0; i < 20_000; i++)
        {
            var source = new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var parsed = JavaScriptExpression.Parse(source);
            Assert.That(parsed.Expression is null, Is.EqualTo(parsed.Error is not null), source);
        }
    }
}

using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

public class EvaluateTests
{
    private static readonly GivenValues Given = new(
        """{"Floors":4,"name":"Nguyễn Văn An","Appraisal":{"needsOpinion":true,"score":7.5},"papers":[{"code":"A","copies":2},{"code":"B","copies":0}],"empty":null}""",
        """{"case":"works","form":{"floors":3,"phase-2":"x","owners":["An","Bình"]}}""");

    [TestCase("1 + 2 * 3", "7")]
    [TestCase("(1 + 2) * 3", "9")]
    [TestCase("7 % 3 - -2", "3")]
    [TestCase("0.1 + 0.2", "0.30000000000000004")]
    [TestCase("1e21", "1e+21")]
    [TestCase("'' + 1e21 + 123456789012345680000 + 1e-7 + 0.000001", "\"1e+211234567890123456800001e-70.000001\"")]
    [TestCase("1 / 0", "null")]
    [TestCase("0xff + 0b11 + 0o17", "273")]
    [TestCase("'5' * '2'", "10")]
    [TestCase("'5' + 2", "\"52\"")]
    [TestCase("1 == '1'", "true")]
    [TestCase("1 === '1'", "false")]
    [TestCase("null == undefined", "true")]
    [TestCase("null == 0", "false")]
    [TestCase("null >= 0", "true")]
    [TestCase("NaN != NaN", "true")]
    [TestCase("[] == ''", "true")]
    [TestCase("[1,[2,3]] + ''", "\"1,2,3\"")]
    [TestCase("'10' < '9'", "true")]
    [TestCase("10 < '9'", "false")]
    [TestCase("0 || 'a'", "\"a\"")]
    [TestCase("0 ?? 'a'", "0")]
    [TestCase("1 && 2", "2")]
    [TestCase("!''", "true")]
    [TestCase("typeof getInput('absent') === 'undefined'", "true")]
    [TestCase("true ? 1 : false ? 2 : 3", "1")]
    [TestCase("`a${1 + 1}b${`c${3}`}`", "\"a2bc3\"")]
    [TestCase("'\\u0041\\x42\\u{1F4C4}\\n\\''", "\"AB📄\\n'\"")]
    [TestCase("({ b: 1, 'c d': [1, , 2].length })", null)]
    [TestCase("({ b: 1, 'c d': [1, 2,].length, 2: 'x', 1: undefined })", """{"2":"x","b":1,"c d":2}""")]
    [TestCase("return getVariable('Floors');", "4")]
    [TestCase("getFloors() > 3 && getName() == 'Nguyễn Văn An'", "true")]
    [TestCase("variables.Appraisal.needsOpinion && variables['Appraisal'].score >= 7", "true")]
    [TestCase("getInput('form').floors > 3 || getInput('case') == 'works'", "true")]
    [TestCase("input.form['phase-2']", "\"x\"")]
    [TestCase("getOutputFrom('appraise', 'result').outcome", "\"Approved\"")]
    [TestCase("getOutputFrom('later', 'result')?.outcome ?? 'none'", "\"none\"")]
    [TestCase("variables.empty?.a.b.c", "null")]
    [TestCase("variables.papers.some(p => p.copies == 0)", "true")]
    [TestCase("variables.papers.every((p, i) => p.copies > i)", "false")]
    [TestCase("variables.papers.filter(p => p.copies > 0).map(p => p.code)", """["A"]""")]
    [TestCase("variables.papers.find(p => p.code == 'C')", "null")]
    [TestCase("variables.papers.findIndex(p => p.code == 'B')", "1")]
    [TestCase("input.form.owners.join(', ')", "\"An, Bình\"")]
    [TestCase("input.form.owners.includes('Bình') && input.form.owners.indexOf('x') === -1", "true")]
    [TestCase("[3, 4].map(a => [5, 6].map(b => a * b))", "[[15,18],[20,24]]")]
    [TestCase("' Đường Lê Lợi '.trim().toUpperCase()", "\"ĐƯỜNG LÊ LỢI\"")]
    [TestCase("'abcdef'.slice(-3, -1) + 'abcdef'.substring(4, 2) + 'abc'.charAt(1) + 'abc'[2]", "\"decdbc\"")]
    [TestCase("'a;b'.split(';')", """["a","b"]""")]
    [TestCase("Math.max(1, '7', 3) + Math.min() ", "null")]
    [TestCase("[Math.round(2.5), Math.round(-2.5), Math.floor(-1.5), Math.ceil(1.2), Math.abs(-3), Math.trunc(-1.7)]", "[3,-2,-2,2,3,-1]")]
    [TestCase("[parseInt('12 ngày'), parseInt('0x1f'), parseInt('101', 2), parseFloat('3.5%'), Number(' 12 '), Number('x')]", "[12,31,5,3.5,12,null]")]
    [TestCase("JSON.stringify({ a: [1, undefined, NaN], b: undefined, c: '\"' })", "\"{\\\"a\\\":[1,null,null],\\\"c\\\":\\\"\\\\\\\"\\\"}\"")]
    [TestCase("String(null) + Boolean('') + isNaN('x') + Array.isArray([])", "\"nullfalsetruetrue\"")]
    [TestCase("1 /* một */ + 2 // hai", "3")]
    [TestCase("'\\ud800'", "\"\\ufffd\"")]
    public void An_expression_has_the_value_JavaScript_gives_it(string source, string? expected)
    {
        var parsed = JavaScriptExpression.Parse(source);
        if (expected is null)
        {
            Assert.That(parsed.Error, Is.Not.Null);
            return;
        }

        Assert.That(parsed.Error, Is.Null);
        var value = parsed.Expression!.Evaluate(Given);
        var wanted = JsonDocument.Parse(expected).RootElement;
        Assert.That(JsonElement.DeepEquals(value, wanted), Is.True, value.GetRawText());
    }

    [TestCase("getVariable('Absent')", "Absent", 12)]
    [TestCase("variables.empty.a", "a", 16)]
    [TestCase("getInput('absent').x", "x", 19)]
    [TestCase("variables.Floors.trim()", "trim", 17)]
    [TestCase("variables.name.some(x => x)", "some", 15)]
    [TestCase("variables.Appraisal['con' + 'structor']", "constructor", 19)]
    [TestCase("({ toString: 1 }) + ''", "", 18)]
    public void A_value_that_does_not_allow_it_fails_with_its_place(string source, string named, int position)
    {
        var expression = JavaScriptExpression.Parse(source).Expression!;

        var failure = Assert.Throws<ExpressionFailedException>(() => expression.Evaluate(Given))!;

        Assert.That(failure.Reason.Vi, Does.Contain(named));
        Assert.That(failure.Reason.En, Does.Contain(named));
        Assert.That(failure.Position, Is.EqualTo(position));
    }

    [Test]
    public void Field_order_of_an_object_is_kept()
    {
        var expression = JavaScriptExpression.Parse("({ z: 1, a: 2, '10': 3, '9': 4 })").Expression!;

        Assert.That(expression.Evaluate(GivenValues.None).GetRawText(), Is.EqualTo("""{"9":4,"10":3,"z":1,"a":2}"""));
    }
}

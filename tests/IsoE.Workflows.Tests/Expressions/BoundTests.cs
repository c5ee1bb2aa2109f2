using System.Diagnostics;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

public class BoundTests
{
    private static string Repeated(string start, string step, int times) =>
        start + string.Concat(Enumerable.Repeat(step, times));

    private static IEnumerable<string> Bombs()
    {
        yield return Repeated("['aaaaaaaaaa']", ".map(a => `${a}${a}`)", 60) + "[0]";
        yield return Repeated("[1]", ".map(a => [a, a])", 100);
        yield return Repeated("[1]", ".map(a => ({ a: a, b: a }))", 100);
        yield return "JSON.stringify(" + Repeated("[1]", ".map(a => [a, a])", 100) + ")";
        yield return "'' + " + Repeated("[1]", ".map(a => [a, a])", 100);
        yield return "getVariable('many').map(a => getVariable('many').map(b => getVariable('many').map(c => a)))";
        yield return "getVariable('many').filter(a => getVariable('many') == 'x').length";
        yield return "getVariable('many').map(a => getVariable('long')).join()";
        yield return "getVariable('many').filter(a => getVariable('long').includes('b')).length";
        yield return "getVariable('long').split('').map(a => getVariable('long')).length";
    }

    [TestCaseSource(nameof(Bombs))]
    public void Work_that_grows_without_measure_is_stopped_soon(string source)
    {
        var many = string.Join(",", Enumerable.Range(0, 3_000));
        var values = new GivenValues($$"""{"many":[{{many}}],"long":"{{new string('a', 100_000)}}"}""", "{}");
        var expression = JavaScriptExpression.Parse(source).Expression!;
        var watch = Stopwatch.StartNew();

        Assert.Throws<ExpressionFailedException>(() => expression.Evaluate(values));

        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(3_000));
    }

    [Test]
    public void A_result_nested_deeper_than_can_be_stored_fails()
    {
        var expression = JavaScriptExpression.Parse(new string('[', 40) + new string(']', 40)).Expression!;

        var failure = Assert.Throws<ExpressionFailedException>(() => expression.Evaluate(GivenValues.None))!;

        Assert.That(failure.Reason.En, Does.Contain("32"));
    }
}

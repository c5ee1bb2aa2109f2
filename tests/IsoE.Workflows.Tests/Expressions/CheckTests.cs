using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

public class CheckTests
{
    private static readonly ExpressionScope Scope = new(
        new Dictionary<string, ValueShape>
        {
            ["Appraisal"] = new(new Dictionary<string, ValueShape>
            {
                ["outcome"] = new(Values: ["Approved", "Refused"]),
                ["needsOpinion"] = ValueShape.Any,
            }),
            ["papers"] = new(Items: new(new Dictionary<string, ValueShape> { ["copies"] = ValueShape.Any })),
            ["anything"] = ValueShape.Any,
        },
        new Dictionary<string, ValueShape> { ["form"] = ValueShape.Any, ["case"] = ValueShape.Any });

    [TestCase("getVariable('Apraisal')", 13, "'Appraisal'")]
    [TestCase("variables.appraisal", 11, "'Appraisal'")]
    [TestCase("getAnythin()", 1, "'anything'")]
    [TestCase("getInput('from')", 10, "'form'")]
    [TestCase("input.forms", 7, "'form'")]
    [TestCase("variables.Appraisal.needOpinion", 21, "'needsOpinion'")]
    [TestCase("variables.Appraisal?.['outcom']", 23, "'outcome'")]
    [TestCase("variables.Appraisal.outcome == 'Aproved'", 32, "'Approved'")]
    [TestCase("'None' !== variables.Appraisal.outcome", 1, "Refused")]
    [TestCase("variables.papers.some(p => p.copy > 1)", 30, "copies")]
    [TestCase("variables.papers.filter(p => true).find(p => true).copie", 52, "'copies'")]
    [TestCase("variables.papers[0].copie", 21, "'copies'")]
    public void A_name_that_is_not_declared_is_told_with_the_nearest_one(string source, int column, string nearest)
    {
        var errors = JavaScriptExpression.Parse(source).Expression!.Check(Scope);

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(errors[0].Column, Is.EqualTo(column));
        Assert.That(errors[0].Message.En, Does.Contain(nearest));
    }

    [TestCase("getAnything().a.b.c == getAppraisal().outcome")]
    [TestCase("variables.papers.map(p => p.copies).join() + getInput('form').anything")]
    [TestCase("variables.Appraisal.outcome == 'Approved' ? variables.papers.length : 0")]
    public void What_is_declared_raises_nothing(string source) =>
        Assert.That(JavaScriptExpression.Parse(source).Expression!.Check(Scope), Is.Empty);

    [Test]
    public void All_undeclared_names_are_told_in_source_order()
    {
        var errors = JavaScriptExpression.Parse("variables.b + (getInput('c') ? variables.a : 1)").Expression!.Check(Scope);

        Assert.That(errors.Select(error => error.Column), Is.EqualTo(new[] { 11, 25, 42 }));
    }
}

using IsoE.Workflows;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>Whether every condition of the ISO text names only what is declared.</summary>
internal static class TextExpressions
{
    public static IEnumerable<(string Place, Text Message)> Of(Procedure text)
    {
        var inputs = GateContext.InputsOfText(text);
        var conditions = text.Components.Select(c => new Condition($"components.{c.Id}", c.When, []))
            .Concat(text.Fees.Select(f => new Condition($"fees.{f.Id}", f.Formula, [])))
            .Concat(Fields("form", text.Form))
            .Concat(text.TaskForms.SelectMany(f => Fields($"taskForms.{f.Id}", f.Fields)));
        return from c in conditions
               from error in c.Expression?.Check(new ExpressionScope(GateContext.ShapeOf(c.Above).Fields!, inputs)) ?? []
               select (c.Place, error.Message);
    }

    /// <summary>A field may look only at those above it: what stands below has not been entered yet.</summary>
    private static IEnumerable<Condition> Fields(string place, IReadOnlyList<FormField> fields) =>
        fields.Select((field, i) => new Condition($"{place}.{field.Id}", field.VisibleWhen, fields.Take(i)));

    private sealed record Condition(string Place, FormExpression? Expression, IEnumerable<FormField> Above);
}

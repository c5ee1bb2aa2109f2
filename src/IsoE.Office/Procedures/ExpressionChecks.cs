using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Office.Procedures;

/// <summary>Whether every expression of the definition and of the text names only what is declared.</summary>
internal static class ExpressionChecks
{
    private static readonly string[] DossierFields = ["code", "channel", "receivedAt", "applicantKind", "applicantName"];
    private static readonly string[] Steps = ["IsoE.UserTask", StepAnswer.Event, StepAnswer.OtherProcedure];
    private static readonly string[] ResultFields = ["outcome", "by", "at"];

    public static IEnumerable<LoadProblem> Of(PairedVersion version, IReadOnlyDictionary<string, Procedure> others) =>
        InFlow(version, others).Concat(InText(version));

    private static IEnumerable<LoadProblem> InFlow(PairedVersion version, IReadOnlyDictionary<string, Procedure> others)
    {
        var scope = new ExpressionScope(Variables(version, others), Inputs(version.Procedure));
        return from activity in version.Flow.Definition.Root.SelfAndDescendants()
               from input in activity.Inputs.Values.Concat(activity.Cases.Select(c => c.Condition))
               from error in input.JavaScript?.Check(scope) ?? []
               select new LoadProblem(version.Flow.File, input.Place.Line, $"{activity.Id}.{input.Name}", error.Message);
    }

    private static IEnumerable<LoadProblem> InText(PairedVersion version)
    {
        var text = version.Procedure;
        var inputs = Inputs(text);
        var conditions = text.Components.Select(c => new Condition($"components.{c.Id}", c.When, []))
            .Concat(text.Fees.Select(f => new Condition($"fees.{f.Id}", f.Formula, [])))
            .Concat(Fields("form", text.Form))
            .Concat(text.TaskForms.SelectMany(f => Fields($"taskForms.{f.Id}", f.Fields)));
        return from c in conditions
               from error in c.Expression?.Check(new ExpressionScope(Shapes(c.Above), inputs)) ?? []
               select ProcedureChecks.InText(version, c.Place, error.Message);
    }

    /// <summary>A field may look only at those above it: what stands below has not been entered yet.</summary>
    private static IEnumerable<Condition> Fields(string place, IReadOnlyList<FormField> fields) =>
        fields.Select((field, i) => new Condition($"{place}.{field.Id}", field.VisibleWhen, fields.Take(i)));

    private static Dictionary<string, ValueShape> Inputs(Procedure text) => new(StringComparer.Ordinal)
    {
        ["case"] = new ValueShape(Values: [.. text.Cases.Select(c => c.Id)]),
        ["form"] = new ValueShape(Fields: Shapes(text.Form)),
        ["dossier"] = new ValueShape(Fields: DossierFields.ToDictionary(f => f, _ => ValueShape.Any, StringComparer.Ordinal)),
    };

    private static Dictionary<string, ValueShape> Variables(PairedVersion version, IReadOnlyDictionary<string, Procedure> others)
    {
        var definition = version.Flow.Definition;
        var written = definition.Root.SelfAndDescendants()
            .Where(a => a.OutputBindings.ContainsKey("result"))
            .ToLookup(a => definition.FindVariable(a.OutputBindings["result"])?.Name ?? "", StringComparer.Ordinal);
        return definition.AllVariables.ToDictionary(v => v.Name, v => Result(version.Procedure, others, [.. written[v.Name]]), StringComparer.Ordinal);
    }

    /// <summary>A variable bound to results of steps has the fields of their forms or answers; of anything else nothing is known.</summary>
    private static ValueShape Result(Procedure text, IReadOnlyDictionary<string, Procedure> others, IReadOnlyList<Activity> writers)
    {
        if (writers.Count == 0 || writers.Any(a => !Steps.Contains(a.Type.TypeName))) return ValueShape.Any;
        var shapes = Shapes(writers.Where(a => a.Type.TypeName != StepAnswer.OtherProcedure).SelectMany(FieldsOf));
        if (writers.FirstOrDefault(a => a.Type.TypeName == StepAnswer.OtherProcedure) is { } asking)
            shapes[StepAnswer.Output] = new ValueShape(Fields: Shapes(FieldsOf(asking)));
        foreach (var name in ResultFields) shapes[name] = ValueShape.Any;
        shapes["outcome"] = new ValueShape(Values: [.. writers.SelectMany(a => a.Outcomes ?? []).Distinct(StringComparer.Ordinal)]);
        return new ValueShape(Fields: shapes);

        IReadOnlyList<FormField> FieldsOf(Activity activity) => StepAnswer.FieldsOf(activity, text, others.GetValueOrDefault);
    }

    private static Dictionary<string, ValueShape> Shapes(IEnumerable<FormField> fields)
    {
        var shapes = new Dictionary<string, ValueShape>(StringComparer.Ordinal);
        foreach (var field in fields)
            shapes[field.Id] = field.Type == FieldType.Choice ? new ValueShape(Values: [.. field.Options.Select(o => o.Id)]) : ValueShape.Any;
        return shapes;
    }

    private sealed record Condition(string Place, FormExpression? Expression, IEnumerable<FormField> Above);
}

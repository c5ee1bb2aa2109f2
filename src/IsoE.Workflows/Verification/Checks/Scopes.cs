using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification.Data;

namespace IsoE.Workflows.Verification.Checks;

/// <summary>What the expressions of a definition may name, with the fields that tasks and forms give.</summary>
internal static class Scopes
{
    public static ExpressionScope Of(Subject subject)
    {
        var inputs = subject.Definition.Inputs.ToDictionary(
            input => input.Name,
            input => subject.Context.Inputs?.GetValueOrDefault(input.Name) ?? ValueShape.Any,
            StringComparer.Ordinal);
        // Elsa has a getter for each input too: getDossierId() may mean the input DossierId.
        var variables = new Dictionary<string, ValueShape>(inputs, StringComparer.Ordinal);
        foreach (var variable in subject.Definition.AllVariables)
        {
            variables[variable.Name] = ShapeOf(variable, subject);
        }

        return new ExpressionScope(variables, inputs);
    }

    /// <summary>Inside a loop the item at hand and its number can be read as well.</summary>
    public static ExpressionScope WithLoop(ExpressionScope scope) => scope with
    {
        Variables = new Dictionary<string, ValueShape>(scope.Variables, StringComparer.Ordinal)
        {
            ["CurrentValue"] = ValueShape.Any,
            ["CurrentIndex"] = ValueShape.Any,
        },
    };

    /// <summary>A variable that only tasks write has the fields of their results; any other writer makes it unknown.</summary>
    private static ValueShape ShapeOf(VariableDefinition variable, Subject subject)
    {
        var bound = subject.All
            .Where(activity => activity.OutputBindings.Values.Any(reference => Means(subject, reference, variable)))
            .ToList();
        var set = subject.All.Any(activity => activity.Type is SetVariable
            && Means(subject, activity.Inputs.GetValueOrDefault("variable")?.Reference, variable));
        var results = new Results(subject.Context);
        var shapes = bound.Select(results.Of).ToList();
        return set || shapes.Count == 0 || shapes.Exists(shape => shape.Fields is null) ? ValueShape.Any : Union(shapes);
    }

    private static bool Means(Subject subject, string? reference, VariableDefinition variable) =>
        subject.Definition.FindVariable(reference) == variable;

    private static ValueShape Union(IEnumerable<ValueShape> shapes)
    {
        var fields = new Dictionary<string, ValueShape>(StringComparer.Ordinal);
        foreach (var (name, shape) in shapes.SelectMany(shape => shape.Fields!))
        {
            fields[name] = fields.TryGetValue(name, out var other) ? Either(other, shape) : shape;
        }

        return new ValueShape(fields);
    }

    private static ValueShape Either(ValueShape one, ValueShape other) =>
        one.Values is { } first && other.Values is { } second
            ? new ValueShape(Values: [.. first.Union(second)])
            : one == other ? one : ValueShape.Any;
}

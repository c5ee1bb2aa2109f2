using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification.Data;

/// <summary>Where a value an expression reads comes from.</summary>
/// <param name="Name">Name of the variable or input; id of the activity whose result it is.</param>
internal readonly record struct Source(SourceKind Kind, string Name)
{
    public override string ToString() => $"{(char)Kind}{Name}";
}

internal enum SourceKind
{
    Variable = 'v',
    Input = 'i',
    Result = 'r',
}

/// <summary>A value an expression reads: a source itself (empty path), or a field of it (<c>needsOpinion</c>).</summary>
internal readonly record struct Term(Source Source, string Path)
{
    public string Field => Path.Split('.')[0];

    public override string ToString() => $"{Source}.{Path}";
}

/// <summary>Finds what the names in expressions stand for, by the engine's own rules.</summary>
internal sealed class Naming(WorkflowDefinition definition)
{
    private readonly HashSet<string> variables = [.. definition.AllVariables.Select(variable => variable.Name)];
    private readonly HashSet<string> inputs = [.. definition.Inputs.Select(input => input.Name)];

    /// <summary>The source a node names; null when it names none that is declared.</summary>
    public Source? Find(Node node) => node switch
    {
        VariableNode variable => Variable(variable.Name)
            ?? (variable.ByGetter ? Variable(Names.LowerFirst(variable.Name)) : null),
        InputNode input => new Source(SourceKind.Input, input.Name),
        OutputNode output when output.Output.Equals("result", StringComparison.OrdinalIgnoreCase) => Result(output.Activity),
        _ => null,
    };

    public Source? Variable(string name) =>
        variables.Contains(name) ? new Source(SourceKind.Variable, name)
        : inputs.Contains(name) ? new Source(SourceKind.Input, name)
        : null;

    public Source? Result(string activity) =>
        (definition.Activities.GetValueOrDefault(activity)
            ?? definition.Activities.Values.FirstOrDefault(other => other.Name == activity)) is { } found
            ? new Source(SourceKind.Result, found.Id)
            : null;

    /// <summary>The variable a reference means.</summary>
    public Source? Reference(string? reference) =>
        definition.FindVariable(reference) is { } variable ? new Source(SourceKind.Variable, variable.Name) : null;
}

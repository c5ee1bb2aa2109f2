using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Editing.Conditions;

/// <summary>What a condition looks at: the case, a field of the dossier or of its form, the answer given in a step, or another field of the same form.</summary>
/// <param name="Variable">The variable a step's answers are kept in, or the field of the same form; null for inputs of the procedure.</param>
/// <param name="Input"><c>case</c>, <c>form</c> or <c>dossier</c>; null for answers.</param>
/// <param name="Name">The field; <c>outcome</c> for the outcome of a step. Null for the case itself and for a field of the same form.</param>
public sealed record ConditionField(string? Variable, string? Input, string? Name)
{
    public static ConditionField Case { get; } = new(null, "case", null);

    public static ConditionField OfForm(string field) => new(null, "form", field);

    public static ConditionField OfStep(string variable, string field) => new(variable, null, field);

    /// <summary>A field of the form in which the condition stands; only conditions of the ISO text know such.</summary>
    public static ConditionField OfSameForm(string field) => new(field, null, null);

    /// <summary>How the dossier comes in; only conditions of the ISO text may look at it.</summary>
    public static ConditionField Channel { get; } = new(null, "dossier", "channel");

    /// <summary>Whether conditions of the flow may look at it too.</summary>
    internal bool IsOfFlow => this != Channel && (Variable is null || Name is not null);

    internal static ConditionField? Of(Node node) => node switch
    {
        InputNode { Name: "case" } => Case,
        VariableNode { ByGetter: false } own => OfSameForm(own.Name),
        MemberNode { Optional: false, Target: InputNode { Name: "dossier" }, Name: "channel" } => Channel,
        MemberNode { Optional: false, Target: InputNode { Name: "form" } } member => OfForm(member.Name),
        MemberNode { Optional: false, Target: VariableNode { ByGetter: false } variable } member => OfStep(variable.Name, member.Name),
        _ => null,
    };

    public string ToJavaScript()
    {
        if (Variable is not null && Name is null) return $"variables.{Variable}";
        var owner = Variable is null ? $"getInput({JavaScriptText.Quote(Input ?? "")})" : $"getVariable({JavaScriptText.Quote(Variable)})";
        return Name is null ? owner
            : IsName(Name) ? $"{owner}.{Name}"
            : throw new RejectedException("no-such-field", new Text($"“{Name}” không phải tên trường.", $"“{Name}” is not the name of a field."));
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
}

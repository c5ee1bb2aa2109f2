using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Editing.Conditions;

/// <summary>What a condition looks at: the case, a field of the dossier's form, or the answer given in a step.</summary>
/// <param name="Variable">The variable a step's answers are kept in; null for inputs of the procedure.</param>
/// <param name="Input"><c>case</c> or <c>form</c>; null for answers of a step.</param>
/// <param name="Name">The field; <c>outcome</c> for the outcome of a step. Null for the case itself.</param>
public sealed record ConditionField(string? Variable, string? Input, string? Name)
{
    public static ConditionField Case { get; } = new(null, "case", null);

    public static ConditionField OfForm(string field) => new(null, "form", field);

    public static ConditionField OfStep(string variable, string field) => new(variable, null, field);

    internal static ConditionField? Of(Node node) => node switch
    {
        InputNode { Name: "case" } => Case,
        MemberNode { Optional: false, Target: InputNode { Name: "form" } } member => OfForm(member.Name),
        MemberNode { Optional: false, Target: VariableNode { ByGetter: false } variable } member => OfStep(variable.Name, member.Name),
        _ => null,
    };

    internal string ToJavaScript()
    {
        var owner = Variable is null ? $"getInput({JavaScriptText.Quote(Input ?? "")})" : $"getVariable({JavaScriptText.Quote(Variable)})";
        return Name is null ? owner
            : IsName(Name) ? $"{owner}.{Name}"
            : throw new RejectedException("no-such-field", new Text($"“{Name}” không phải tên trường.", $"“{Name}” is not the name of a field."));
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]);
}

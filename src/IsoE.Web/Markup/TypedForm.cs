using System.Text.Json;
using IsoE.Office.Procedures;

namespace IsoE.Web.Markup;

/// <summary>A declared form with what was typed into its inputs.</summary>
/// <param name="Typed">Inputs by name without <c>Answers[...]</c>: a field id, or an outcome, a colon and a field id.</param>
public sealed record TypedForm(IReadOnlyList<FormField> Fields, IReadOnlyDictionary<string, string?> Typed, FormAnswers Answers)
{
    /// <summary>The procedure whose form it is; null where no field depends on it.</summary>
    public ProcedureVersion? Version { get; init; }

    /// <summary>Fields asked for whatever the outcome.</summary>
    public IReadOnlyList<FieldView> Common() => Views(Fields.Where(field => field.Outcomes.Count == 0), null);

    /// <summary>Fields asked for with one outcome only.</summary>
    public IReadOnlyList<FieldView> For(string outcome) => Views(Fields.Where(field => field.Outcomes.Contains(outcome)), outcome);

    /// <summary>What was typed for an outcome, by field id, as the office checks it.</summary>
    public JsonElement Values(string? outcome) => JsonSerializer.SerializeToElement(Entered(outcome));

    /// <summary>Name of the input of a field when the task is completed with <paramref name="outcome"/>.</summary>
    public string InputOf(string field, string? outcome) =>
        FieldView.NameOf(field, Fields.Any(each => each.Id == field && each.Outcomes.Count > 0) ? outcome : null);

    private Dictionary<string, string?> Entered(string? outcome)
    {
        var entered = new Dictionary<string, string?>();
        foreach (var field in Fields)
        {
            var key = field.Outcomes.Count == 0 ? field.Id : $"{outcome}:{field.Id}";
            if ((field.Outcomes.Count == 0 || (outcome is not null && field.Outcomes.Contains(outcome))) && Typed.TryGetValue(key, out var value))
                entered[field.Id] = value;
        }

        return entered;
    }

    private IReadOnlyList<FieldView> Views(IEnumerable<FormField> fields, string? outcome)
    {
        var visible = FormValidation.Visible([.. fields], Read(outcome), Answers with { Outcome = outcome });
        return [.. visible.Select(field => new FieldView(
            field, FieldView.NameOf(field.Id, outcome), Typed.GetValueOrDefault(outcome is null ? field.Id : $"{outcome}:{field.Id}")) { Version = Version })];
    }

    /// <summary>What can be read of the typed values, for conditions: a field that cannot be read yet counts as empty.</summary>
    private JsonElement Read(string? outcome) =>
        FormValidation.Validate(Fields, Entered(outcome), Answers with { Outcome = outcome }).Values;
}

using IsoE.Office.Organisation;
using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What the publish gate holds a definition against: the roles of the house and the procedure's ISO text.</summary>
public static class GateContext
{
    private static readonly string[] DossierFields = ["code", "channel", "receivedAt", "applicantKind", "applicantName"];

    private static readonly HashSet<string> RoleCodes = new(Roles.All.Keys, StringComparer.Ordinal);

    /// <summary>For a definition that stands alone: only its roles can be checked.</summary>
    public static VerificationContext WithoutText { get; } = new(Roles: RoleCodes);

    public static VerificationContext Of(Procedure procedure) => new(
        Roles: RoleCodes,
        Records: procedure.Records.Select(record => record.Code).ToHashSet(StringComparer.Ordinal),
        TaskForms: procedure.TaskForms.ToDictionary(form => form.Id, form => ShapeOf(form.Fields), StringComparer.Ordinal),
        Inputs: new Dictionary<string, ValueShape>(StringComparer.Ordinal)
        {
            ["case"] = new(Values: [.. procedure.Cases.Select(@case => @case.Id)]) { IsGiven = true },
            ["form"] = ShapeOf(procedure.Form) with { IsGiven = true },
            ["dossier"] = new(DossierFields.ToDictionary(field => field, _ => ValueShape.Any, StringComparer.Ordinal)) { IsGiven = true },
        },
        Limits: procedure.Cases.ToDictionary(@case => @case.Id, @case => @case.Limit, StringComparer.Ordinal));

    private static ValueShape ShapeOf(IReadOnlyList<FormField> fields) =>
        new(fields.ToDictionary(field => field.Id, ShapeOf, StringComparer.Ordinal));

    private static ValueShape ShapeOf(FormField field) => ShapeOf(field.Type, field) with
    {
        IsGiven = field.Required && field.VisibleWhen is null,
        AskedWith = field.Outcomes.Count > 0 ? field.Outcomes : null,
    };

    private static ValueShape ShapeOf(FieldType type, FormField field) => type switch
    {
        FieldType.Choice => new ValueShape(Values: [.. field.Options.Select(option => option.Id)]),
        FieldType.YesNo => new ValueShape { Kind = ValueKind.Truth, IsNeverFalse = field.MustBeYes },
        FieldType.Number or FieldType.Integer or FieldType.Money => new ValueShape
        {
            Kind = ValueKind.Number,
            Min = field.Min ?? (type == FieldType.Money ? 0 : null),
            Max = field.Max,
            IsWhole = type is not FieldType.Number,
        },
        _ => new ValueShape { Kind = ValueKind.Text },
    };
}

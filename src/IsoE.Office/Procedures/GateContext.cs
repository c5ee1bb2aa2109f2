using IsoE.Office.Organisation;
using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What the publish gate holds a definition against: the roles of the house and the procedure's ISO text.</summary>
public static class GateContext
{
    private static readonly HashSet<string> RoleCodes = new(Roles.All.Keys, StringComparer.Ordinal);

    /// <summary>For a definition that stands alone: only its roles can be checked.</summary>
    public static VerificationContext WithoutText { get; } = new(Roles: RoleCodes);

    public static VerificationContext Of(Procedure procedure) => new(
        Roles: RoleCodes,
        Records: procedure.Records.Select(record => record.Code).ToHashSet(StringComparer.Ordinal),
        TaskForms: procedure.TaskForms.ToDictionary(form => form.Id, form => ShapeOf(form.Fields), StringComparer.Ordinal),
        DossierForm: ShapeOf(procedure.Form),
        Limits: procedure.Cases.ToDictionary(@case => @case.Id, @case => @case.Limit, StringComparer.Ordinal));

    private static ValueShape ShapeOf(IReadOnlyList<FormField> fields) =>
        new(fields.ToDictionary(field => field.Id, ShapeOf, StringComparer.Ordinal));

    private static ValueShape ShapeOf(FormField field) =>
        field.Type == FieldType.Choice ? new ValueShape(Values: [.. field.Options.Select(option => option.Id)]) : ValueShape.Any;
}

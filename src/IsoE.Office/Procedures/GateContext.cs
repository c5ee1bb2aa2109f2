using IsoE.Office.Organisation;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What the publish gate holds a definition against: the roles of the house and the procedure's ISO text.</summary>
public static class GateContext
{
    private const string Channel = "channel";

    private static readonly string[] DossierFields = ["code", Channel, "receivedAt", "applicantKind", "applicantName", "receivedBy"];

    private static readonly Dictionary<string, ValueShape> PersonFields = new(StringComparer.Ordinal)
    {
        ["id"] = new ValueShape { Kind = ValueKind.Text },
        ["name"] = new ValueShape { Kind = ValueKind.Text },
    };

    private static readonly HashSet<string> RoleCodes = new(Roles.All.Keys, StringComparer.Ordinal);

    /// <summary>For a definition that stands alone: only its roles can be checked.</summary>
    public static VerificationContext WithoutText { get; } = new(Roles: RoleCodes);

    // An id used twice is a fault of the text, told by its own check; here the first counts.
    public static VerificationContext Of(Procedure procedure) => new(
        Roles: RoleCodes,
        Records: procedure.Records.Select(record => record.Code).ToHashSet(StringComparer.Ordinal),
        TaskForms: procedure.TaskForms.DistinctBy(form => form.Id).ToDictionary(form => form.Id, form => ShapeOf(form.Fields), StringComparer.Ordinal),
        Inputs: InputsOf(procedure, DossierFields),
        Limits: procedure.Cases.DistinctBy(@case => @case.Id).ToDictionary(@case => @case.Id, @case => @case.Limit, StringComparer.Ordinal))
    {
        CaseNames = procedure.Cases.DistinctBy(@case => @case.Id).ToDictionary(@case => @case.Id, @case => @case.Name, StringComparer.Ordinal),
    };

    /// <summary>What a step of another procedure that hands over to this one must know.</summary>
    public static KnownProcedure Known(Procedure text, WorkflowDefinition definition) => new(
        text.Cases.DistinctBy(@case => @case.Id).ToDictionary(@case => @case.Id, @case => @case.Limit, StringComparer.Ordinal),
        KnownProcedure.EndingsOf(definition),
        ShapeOf(text.Answer));

    /// <summary>What the conditions of the ISO text can see: of the dossier only how it comes in, for they are asked before it has.</summary>
    internal static IReadOnlyDictionary<string, ValueShape> InputsOfText(Procedure procedure) => InputsOf(procedure, [Channel]);

    /// <summary>What a dossier's procedure is started with.</summary>
    private static Dictionary<string, ValueShape> InputsOf(Procedure procedure, IEnumerable<string> dossier) => new(StringComparer.Ordinal)
    {
        ["case"] = new(Values: [.. procedure.Cases.Select(@case => @case.Id).Distinct()]) { IsGiven = true },
        ["form"] = ShapeOf(procedure.Form) with { IsGiven = true },
        ["dossier"] = new(dossier.ToDictionary(field => field, _ => ValueShape.Any, StringComparer.Ordinal)) { IsGiven = true },
    };

    internal static ValueShape ShapeOf(IEnumerable<FormField> fields) =>
        new(fields.DistinctBy(field => field.Id).ToDictionary(field => field.Id, ShapeOf, StringComparer.Ordinal));

    private static ValueShape ShapeOf(FormField field) => ShapeOf(field.Type, field) with
    {
        IsGiven = field.Required && field.VisibleWhen is null,
        AskedWith = field.Outcomes.Count > 0 ? field.Outcomes : null,
    };

    private static ValueShape ShapeOf(FieldType type, FormField field) => type switch
    {
        FieldType.Choice => new ValueShape(Values: [.. field.Options.Select(option => option.Id)]),
        FieldType.Person => new ValueShape(PersonFields),
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

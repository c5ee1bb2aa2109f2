using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification;

/// <summary>
/// What surrounds a definition: the roles of the house and the procedure's ISO text. What is null is not checked.
/// </summary>
/// <param name="Roles">Codes of the roles that exist.</param>
/// <param name="Records">Codes of the records the ISO text declares.</param>
/// <param name="TaskForms">Task forms of the ISO text by id, each with the shape of its fields.</param>
/// <param name="Inputs">Shapes of the inputs a procedure is started with, by name.</param>
/// <param name="Limits">Legal time limit by case id.</param>
public sealed record VerificationContext(
    IReadOnlySet<string>? Roles = null,
    IReadOnlySet<string>? Records = null,
    IReadOnlyDictionary<string, ValueShape>? TaskForms = null,
    IReadOnlyDictionary<string, ValueShape>? Inputs = null,
    IReadOnlyDictionary<string, TimeLimit>? Limits = null)
{
    public static VerificationContext None { get; } = new();

    /// <summary>Names of the cases, by id.</summary>
    public IReadOnlyDictionary<string, Text>? CaseNames { get; init; }

    /// <summary>Every procedure that a step may start, by code.</summary>
    public IReadOnlyDictionary<string, KnownProcedure>? Procedures { get; init; }

    /// <summary>Working hours of a working day.</summary>
    public decimal HoursPerDay { get; init; } = 8;
}

using IsoE.Office.Organisation;
using IsoE.Office.Procedures.Staffing;
using IsoE.Workflows;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification;

namespace IsoE.Office.Procedures;

/// <summary>What a procedure is published into. What is null is not checked.</summary>
/// <param name="Staff">The people of the agency with what each may be today, see <see cref="AgencyStaff"/>.</param>
/// <param name="Procedures">Every procedure that a step may start, by code.</param>
public sealed record Surroundings(
    Staff? Staff = null,
    IReadOnlyDictionary<string, KnownProcedure>? Procedures = null)
{
    public static Surroundings None { get; } = new();

    /// <summary>The day from which it is to be in force; null takes the one in the text.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>
/// Tells everything that is wrong with a procedure before anyone runs it. The one gate: the library, the editor,
/// Studio, the command line and publication all ask here.
/// </summary>
public static class PublishGate
{
    /// <param name="text">The ISO text the definition belongs to; null for a definition that stands alone.</param>
    /// <returns>
    /// The findings in the order of the checks; published may be what has none that refuses. The same arguments give
    /// the same findings. The work is bounded; where a bound is hit, that is a finding.
    /// </returns>
    public static IReadOnlyList<Finding> Check(Procedure? text, WorkflowDefinition definition, Surroundings around)
    {
        var context = (text is null ? GateContext.WithoutText : GateContext.Of(text)) with { Procedures = around.Procedures };
        var examined = WorkflowVerifier.Examine(definition, context);
        return
        [
            .. text is null ? [] : OfText(text, definition, around),
            .. examined.Findings,
            .. around.Staff is { } staff ? StaffCheck.Of(text, definition, examined.Runs, staff) : [],
        ];
    }

    private static IEnumerable<Finding> OfText(Procedure text, WorkflowDefinition definition, Surroundings around)
    {
        var from = around.From ?? text.Versions.FirstOrDefault(version => version.Version == definition.Version)?.EffectiveFrom;
        return TextChecks.Of(text, from).Concat(TextExpressions.Of(text)).Concat(TextAgainstFlow.Of(text, definition))
            .Concat(ProlongationChecks.Of(text, definition))
            .Select(fault => new Finding(FindingCodes.InvalidText, Severity.Refusal, fault.Message, []) { Place = fault.Place })
            .Concat(ConfidentialityChecks.Of(text, definition));
    }
}

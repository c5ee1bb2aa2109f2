using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Checks;

namespace IsoE.Workflows.Verification;

/// <summary>What the gate says of a definition, and what its runs can do.</summary>
public sealed record Examination(IReadOnlyList<Finding> Findings, FlowRuns Runs);

/// <summary>The publish gate: tells what is wrong with a definition before anyone runs it.</summary>
public static class WorkflowVerifier
{
    private static readonly ICheck[] Before =
    [
        new UnknownTypes(),
        new Reachability(),
        new Connections(),
        new Roles(),
        new StepSettings(),
        new RecordsAndForms(),
        new SubProcedures(),
        new DeclaredNames(),
        new Conditions(),
        new AutomaticLoops(),
    ];

    /// <summary>
    /// Everything found, in the order of the checks. An empty list means: it can be published as far as
    /// <paramref name="context"/> tells. The same arguments give the same findings; the work is bounded, and a bound
    /// that was hit is itself a finding.
    /// </summary>
    public static IReadOnlyList<Finding> Verify(WorkflowDefinition definition, VerificationContext? context = null) =>
        Examine(definition, context).Findings;

    /// <summary>The same, with all runs of the definition for further questions.</summary>
    public static Examination Examine(WorkflowDefinition definition, VerificationContext? context = null)
    {
        var subject = new Subject(definition, context ?? VerificationContext.None);
        var (findings, runs) = Soundness.Of(subject);
        return new Examination(
            [.. Before.SelectMany(check => check.Run(subject)), .. findings, .. new TimeBudget().Run(subject)],
            runs);
    }
}

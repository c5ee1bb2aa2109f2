using IsoE.Workflows.Definitions;
using IsoE.Workflows.Verification.Checks;

namespace IsoE.Workflows.Verification;

/// <summary>The publish gate: tells what is wrong with a definition before anyone runs it.</summary>
public static class WorkflowVerifier
{
    private static readonly ICheck[] Checks =
    [
        new UnknownTypes(),
        new Reachability(),
        new Connections(),
        new Roles(),
        new StepSettings(),
        new RecordsAndForms(),
        new DeclaredNames(),
        new Conditions(),
        new AutomaticLoops(),
        new Soundness(),
        new TimeBudget(),
    ];

    /// <summary>
    /// Everything found, in the order of the checks. An empty list means: it can be published as far as
    /// <paramref name="context"/> tells. The same arguments give the same findings; the work is bounded, and a bound
    /// that was hit is itself a finding.
    /// </summary>
    public static IReadOnlyList<Finding> Verify(WorkflowDefinition definition, VerificationContext? context = null)
    {
        var subject = new Subject(definition, context ?? VerificationContext.None);
        return [.. Checks.SelectMany(check => check.Run(subject))];
    }
}

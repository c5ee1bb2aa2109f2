using System.Globalization;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>Finds the steps that branches mean: documents number their steps in their own way.</summary>
internal static class BranchTargets
{
    /// <summary>The step before, whichever it is.</summary>
    public const int Before = -1;

    private const int After = -2;

    /// <summary>What a reading means until all steps are known.</summary>
    public static int? Pending(BranchReading reading) =>
        reading.Label is not null ? BranchReader.NumberOf(reading.Label)
        : reading.Previous ? Before
        : reading.Next ? After
        : null;

    /// <summary>Puts positions for the document's numbers; a number no step has becomes no target.</summary>
    public static IReadOnlyList<ImportedStep> Resolve(IReadOnlyList<ImportedStep> steps)
    {
        var positions = steps.Where(step => StepNumber.WholeOf(step.Label) is not null)
            .GroupBy(step => step.Label, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Number, StringComparer.Ordinal);
        return [.. steps.Select(step => step with
        {
            Branches = [.. step.Branches.Select(branch => branch with { Value = branch.Value! with { Target = Position(branch.Value!.Target, step, steps, positions) } })
                .DistinctBy(branch => (branch.Value!.Passed, branch.Value.Target))],
        })];
    }

    private static int? Position(int? pending, ImportedStep step, IReadOnlyList<ImportedStep> steps, Dictionary<string, int> positions) => pending switch
    {
        null => null,
        Before => step.Number > 1 ? step.Number - 1 : null,
        After => step.Number < steps.Count ? step.Number + 1 : null,
        _ => positions.TryGetValue(pending.Value.ToString(CultureInfo.InvariantCulture), out var known) ? known
            : positions.Count == 0 && pending <= steps.Count ? pending
            : null,
    };
}

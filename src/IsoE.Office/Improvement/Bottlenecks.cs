using IsoE.Workflows;

namespace IsoE.Office.Improvement;

/// <summary>Where work waits, and where it is done twice. Times are working minutes.</summary>
/// <param name="Units">Units compared on the same steps; by name, not by result.</param>
/// <param name="People">People compared on the same steps, by name; empty for who may not see the whole agency.</param>
public sealed record Bottlenecks(
    int Cases,
    IReadOnlyList<StepTime> Steps,
    IReadOnlyList<FairShare> Units,
    IReadOnlyList<FairShare> People,
    IReadOnlyList<ReworkCause> Rework,
    IReadOnlyList<SupplementCause> Supplements);

/// <summary>How long one step of one procedure took.</summary>
/// <param name="MedianWaiting">From when it could be done to when somebody took it; null where nobody takes such a step before doing it.</param>
/// <param name="MedianService">From taking to completing it.</param>
/// <param name="MedianLead">From when it could be done to its completion.</param>
/// <param name="Share">Its part of the working time of all steps, 0 to 1.</param>
public sealed record StepTime(
    string ProcedureCode, string Step, Text Title, int Count, long? MedianWaiting, long? MedianService, long MedianLead, long NinetiethLead, decimal Share);

/// <summary>How often the work of a unit or person took longer than half of the others' work on the same step of the same procedure.</summary>
/// <remarks>
/// Comparing step by step makes the mix of procedures and steps the same on both sides. Half is usual; only where the
/// whole interval lies above or below it is there a difference that chance does not explain.
/// </remarks>
/// <param name="Compared">Steps done that could be compared.</param>
/// <param name="Slower">Share that took longer; null for too few to say.</param>
/// <param name="Low">Lower end of the 95 % interval (Wilson).</param>
/// <param name="High">Upper end.</param>
public sealed record FairShare(string Key, string Name, int Done, int Compared, decimal? Slower, decimal? Low, decimal? High)
{
    /// <summary>Fewer comparisons than this say nothing about anybody.</summary>
    public const int Least = 20;

    public bool IsSlower => Low > 0.5m;

    public bool IsFaster => High < 0.5m;
}

/// <summary>A step that was done again after another one.</summary>
/// <param name="After">The step done just before it was done again, and its outcome.</param>
/// <param name="Codes">The first dossiers with it, at most a hundred.</param>
public sealed record ReworkCause(string ProcedureCode, Text Again, Text After, string? Outcome, int Count, IReadOnlyList<string> Codes);

/// <summary>What applicants were asked to supplement.</summary>
/// <param name="Codes">The first dossiers with it, at most a hundred.</param>
public sealed record SupplementCause(string Item, int Dossiers, IReadOnlyList<string> Codes);

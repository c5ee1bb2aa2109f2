namespace IsoE.Verifier;

/// <summary>One sentence about what was found, in both languages.</summary>
public sealed record Finding(string Vi, string En);

/// <summary>What a check has found.</summary>
/// <param name="Wrong">What does not fit, the first thing first; empty when the evidence stands.</param>
/// <param name="Open">What could not be compared though it was asked for: neither accused nor proved.</param>
/// <param name="Notes">What the evidence says of itself, and what was not asked for.</param>
public sealed record Findings(IReadOnlyList<Finding> Wrong, IReadOnlyList<Finding> Open, IReadOnlyList<Finding> Notes);

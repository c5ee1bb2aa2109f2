using IsoE.Workflows;

namespace IsoE.Office.Quality.Clauses;

/// <summary>What a reading found.</summary>
/// <param name="What">What was looked for, for people.</param>
/// <param name="Newest">When the newest of them arose; null for none.</param>
/// <param name="Missing">What is not as it should be, beyond number and age.</param>
/// <param name="Page">Where it can be seen; null for nowhere.</param>
/// <param name="Id">The part of that page's address.</param>
public sealed record EvidenceFound(Text What, int Count, DateTimeOffset? Newest, IReadOnlyList<Text> Missing, string? Page = null, string? Id = null);

/// <summary>One wanted piece of evidence with what was found.</summary>
/// <param name="Gaps">What is missing, in sentences; empty when nothing is.</param>
public sealed record EvidenceLine(WantedEvidence Wanted, EvidenceFound Found, IReadOnlyList<Text> Gaps);

public sealed record ClauseLine(Clause Clause, IReadOnlyList<EvidenceLine> Evidence)
{
    public bool HasGap => Evidence.Any(line => line.Gaps.Count > 0);
}

/// <summary>The clause-evidence matrix of an agency at one moment.</summary>
public sealed record ClauseMatrix(ClauseMap Map, DateTimeOffset ReadAt, IReadOnlyList<ClauseLine> Lines)
{
    public int Gaps => Lines.Count(line => line.HasGap);
}

using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Clauses;

/// <summary>Reads, clause by clause, what evidence there is and what is missing.</summary>
public sealed class ReadMatrix(EvidenceQueries queries, TimeProvider clock)
{
    /// <param name="edition">Edition of the standard; null for the one in use.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>.</exception>
    public async Task<ClauseMatrix> Run(Actor actor, string? edition, CancellationToken cancel)
    {
        Permit.RequireWhole(actor, Right.ReadQuality);
        var map = ClauseMap.Get(edition);
        var now = clock.GetUtcNow();
        var found = new Dictionary<WantedEvidence, EvidenceFound>();
        foreach (var wanted in map.Clauses.SelectMany(clause => clause.Evidence).Distinct()) found[wanted] = await queries.Find(actor, wanted, now, cancel);
        return new ClauseMatrix(map, now, [.. map.Clauses.Select(clause => new ClauseLine(
            clause, [.. clause.Evidence.Select(wanted => new EvidenceLine(wanted, found[wanted], [.. Gaps(wanted, found[wanted])]))]))]);
    }

    private static IEnumerable<Text> Gaps(WantedEvidence wanted, EvidenceFound found)
    {
        if (found.Count < wanted.AtLeast && found.Newest is { } old && wanted.WithinDays is { } days)
            yield return new($"Mới nhất từ {Wording.Date(VietnamTime.DateOf(old))}, phải có trong {days} ngày qua.", $"The newest is of {Wording.Date(VietnamTime.DateOf(old))}; there has to be one within {days} days.");
        else if (found.Count < wanted.AtLeast)
            yield return new($"Cần ít nhất {wanted.AtLeast}, có {found.Count}.", $"At least {wanted.AtLeast} wanted, {found.Count} found.");
        foreach (var missing in found.Missing) yield return missing;
    }
}

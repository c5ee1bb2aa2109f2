using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Office.Quality.Clauses;

/// <summary>What one edition of ISO 9001 asks, clause by clause, and where the evidence is read from. Data, see <c>quality/clauses-*.yaml</c>.</summary>
/// <param name="Edition">Year of the edition: <c>2015</c>.</param>
public sealed record ClauseMap(string Edition, string Standard, Source Source, IReadOnlyList<Clause> Clauses)
{
    /// <summary>The editions there are, the latest first.</summary>
    public static IReadOnlyList<ClauseMap> All { get; } = [.. QualityFile.Names("clauses-").Select(name => QualityFile.Read(name, Read)).OrderByDescending(map => map.Edition, StringComparer.Ordinal)];

    /// <summary>The edition; the one agencies are assessed by where none is named.</summary>
    public static ClauseMap Get(string? edition) => All.FirstOrDefault(map => map.Edition == (edition ?? Default)) ?? All[0];

    private const string Default = "2015";

    private static ClauseMap Read(YamlMap map) => new(
        map.String("edition"),
        map.String("standard"),
        Source.Parse(map.String("source")) ?? throw new InvalidDataException("source"),
        map.List("clauses", m => new Clause(m.String("id"), m.Text("name"), m.Text("asks"), m.List("evidence", Wanted))));

    private static WantedEvidence Wanted(YamlMap map) => new(
        map.String("query"), map.OptionalString("of"), map.OptionalInteger("atLeast") ?? 0, map.OptionalInteger("withinDays"));
}

/// <param name="Asks">What an auditor asks, in our own words.</param>
public sealed record Clause(string Id, Text Name, Text Asks, IReadOnlyList<WantedEvidence> Evidence);

/// <summary>Evidence that has to be there.</summary>
/// <param name="Query">Name of a reading, see <c>EvidenceQueries</c>.</param>
/// <param name="Of">What it is asked about: a register, a procedure, roles; null where there is nothing to say.</param>
/// <param name="AtLeast">How many there have to be; 0 where none is no gap.</param>
/// <param name="WithinDays">How old the newest may be, and how far back is counted; null for any age.</param>
public sealed record WantedEvidence(string Query, string? Of, int AtLeast, int? WithinDays);

using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;

namespace IsoE.Web.Demo;

/// <summary>What a run of the demonstration came to; written as <c>summary.json</c>.</summary>
/// <param name="ByFinalStatus">Number of dossiers by national status, 1 to 10.</param>
/// <param name="OnTime">Settled on or before the promised day.</param>
/// <param name="Overdue">Settled after it.</param>
/// <param name="Steps">Tasks completed by people, those of sub-procedures included.</param>
/// <param name="Pdfs">Files written.</param>
public sealed record DemoSummary(
    int Dossiers,
    IReadOnlyDictionary<string, int> ByFinalStatus,
    int OnTime,
    int Overdue,
    int Steps,
    int Pdfs,
    int AsExpected,
    IReadOnlyList<DemoDossier> List);

/// <summary>How one dossier ended, beside what its sample expects.</summary>
/// <param name="Problem">Why its script broke off; null when it ran to the end.</param>
public sealed record DemoDossier(
    string Sample,
    string? Code,
    string Procedure,
    string Case,
    int? Status,
    int ExpectedStatus,
    SampleTiming? Timing,
    SampleTiming? ExpectedTiming,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? FinishedAt,
    string? Problem)
{
    public bool AsExpected => Problem is null && Status == ExpectedStatus && (ExpectedTiming is null || Timing == ExpectedTiming);

    /// <param name="row">The dossier as it stands; null when it was never received.</param>
    internal static DemoDossier Of(SampleDossier sample, DossierRow? row, string? problem) => new(
        sample.Id,
        row?.Code,
        sample.Procedure,
        sample.Case,
        row?.NationalStatus,
        sample.Expect.Status,
        row is null ? null : TimingOf(row),
        sample.Expect.Timing,
        row?.ReceivedAt,
        row?.OriginalPromisedAt,
        row?.FinishedAt,
        problem);

    /// <summary>By days, against the date promised before any extension; null for what was not settled.</summary>
    private static SampleTiming? TimingOf(DossierRow row)
    {
        if (row.NationalStatus is not (9 or 10) || row.FinishedAt is not { } finished || row.OriginalPromisedAt is not { } promised) return null;
        return VietnamTime.DateOf(finished).CompareTo(VietnamTime.DateOf(promised)) switch
        {
            < 0 => SampleTiming.Early,
            0 => SampleTiming.OnTime,
            _ => SampleTiming.Late,
        };
    }
}

using IsoE.Office.Calendars;
using IsoE.Workflows;

namespace IsoE.Office.Dossiers;

/// <summary>How long an agency has to accept, send back or refuse what was handed in online .</summary>
/// <param name="Limit">Counted in the agency's working time from the moment of handing in.</param>
/// <param name="Source">What the limit rests on.</param>
public sealed record SubmissionRule(TimeLimit Limit, string Source)
{
    public static SubmissionRule Default { get; } = new(
        new TimeLimit(8, TimeUnit.WorkingHours), "NĐ 61/2018/NĐ-CP, NĐ 107/2021/NĐ-CP; cần đối chiếu với NĐ 118/2025/NĐ-CP");
}

/// <summary>Counts that time by the calendar of the agency.</summary>
public sealed class SubmissionTerm(CalendarSource calendars, SubmissionRule rule)
{
    public SubmissionRule Rule => rule;

    /// <summary>The last instant at which an answer to something handed in now is on time.</summary>
    /// <exception cref="RejectedException">The calendar does not have the years needed.</exception>
    public DateTimeOffset DueAt(string agencyId, DateTimeOffset from) => calendars(agencyId).DueAt(from, rule.Limit);
}

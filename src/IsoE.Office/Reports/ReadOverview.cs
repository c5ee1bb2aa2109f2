using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Storage;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Reports;

/// <summary>What a leader sees first.</summary>
/// <param name="DueSoon">Open dossiers that are nearly due by the rule of the agency.</param>
/// <param name="FinishedOnTime">Of those finished this month, how many no later than the day first promised, as in the reports .</param>
/// <param name="Weeks">Received and finished by week, the earliest first.</param>
/// <param name="Worst">The open dossiers that are late, the longest first; at most ten.</param>
public sealed record Overview(
    int Open,
    int DueSoon,
    int Overdue,
    int FinishedThisMonth,
    int FinishedOnTime,
    IReadOnlyList<WeekFigures> Weeks,
    IReadOnlyList<DossierRow> Worst);

/// <param name="MondayOn">First day of the week.</param>
public sealed record WeekFigures(DateOnly MondayOn, int Received, int Finished);

/// <summary>Reads the leader's overview of the agency.</summary>
public sealed class ReadOverview(OfficeDb db, TimeProvider clock)
{
    private const int WeeksShown = 8;
    private const int WorstShown = 10;

    /// <exception cref="IsoE.Workflows.RejectedException"><c>not-allowed</c>.</exception>
    public async Task<Overview> Run(Actor actor, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        var now = clock.GetUtcNow();
        var open = Dossiers.Where(row => row.FinishedAt == null);
        var running = open.Where(row => !row.IsPaused);
        var (finished, onTime) = await FinishedSince(MonthStart(now), cancel);
        return new Overview(
            await open.CountAsync(cancel),
            await running.CountAsync(row => row.NearlyDueAt <= now && row.PromisedAt >= now, cancel),
            await running.CountAsync(row => row.PromisedAt < now, cancel),
            finished,
            onTime,
            await Weeks(now, cancel),
            await running.OpenTo(actor, db).Where(row => row.PromisedAt < now).OrderBy(row => row.PromisedAt).Take(WorstShown).ToListAsync(cancel));
    }

    /// <summary>
    /// What was handed in: a leader follows the quality system's own dossiers in their list, and what the agency does in
    /// a procedure of its own for one of its dossiers counts with that one.
    /// </summary>
    private IQueryable<DossierRow> Dossiers => db.Set<DossierRow>().AsNoTracking()
        .Where(row => !row.IsInternal && (row.ParentAgencyId == null || row.ParentAgencyId != row.AgencyId));

    private async Task<(int Finished, int OnTime)> FinishedSince(DateTimeOffset from, CancellationToken cancel)
    {
        var finished = Dossiers.Where(row => row.FinishedAt >= from);
        // The database knows no days of the agency: of the few past their minute some are of the promised day still.
        var past = await finished.Where(row => row.FinishedAt > row.OriginalPromisedAt)
            .Select(row => new { Finished = row.FinishedAt!.Value, Promised = row.OriginalPromisedAt!.Value }).ToListAsync(cancel);
        var count = await finished.CountAsync(cancel);
        return (count, count - past.Count(row => DossierTimeliness.Of(row.Finished, row.Promised) == Timeliness.Overdue));
    }

    private async Task<IReadOnlyList<WeekFigures>> Weeks(DateTimeOffset now, CancellationToken cancel)
    {
        var monday = MondayOf(VietnamTime.DateOf(now)).AddDays(-7 * (WeeksShown - 1));
        var from = VietnamTime.ToInstant(monday, TimeOnly.MinValue);
        var received = await Dossiers.Where(row => row.ReceivedAt >= from).Select(row => row.ReceivedAt).ToListAsync(cancel);
        var finished = await Dossiers.Where(row => row.FinishedAt >= from).Select(row => row.FinishedAt!.Value).ToListAsync(cancel);
        return
        [
            .. Enumerable.Range(0, WeeksShown).Select(week => monday.AddDays(7 * week)).Select(start => new WeekFigures(
                start,
                received.Count(at => MondayOf(VietnamTime.DateOf(at)) == start),
                finished.Count(at => MondayOf(VietnamTime.DateOf(at)) == start))),
        ];
    }

    private static DateTimeOffset MonthStart(DateTimeOffset now)
    {
        var today = VietnamTime.DateOf(now);
        return VietnamTime.ToInstant(new DateOnly(today.Year, today.Month, 1), TimeOnly.MinValue);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

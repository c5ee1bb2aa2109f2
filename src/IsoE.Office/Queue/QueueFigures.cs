using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Queue.Serving;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Queue;

/// <summary>How long people waited and were served, for one field, hour or day.</summary>
/// <param name="Key">Code of the field, hour as <c>09</c>, or day as <c>yyyy-MM-dd</c>; empty for all.</param>
/// <param name="Served">Numbers served to their end.</param>
/// <param name="NotServed">Numbers that were taken and never served to their end.</param>
/// <param name="Waited">Of the served; null when there are none.</param>
public sealed record QueueFigure(string Key, int Served, int NotServed, Times? Waited, Times? Service);

/// <summary>The middle of many times, and the one that nine of ten stay under or reach.</summary>
public sealed record Times(TimeSpan Median, TimeSpan NineOfTen)
{
    /// <param name="seconds">At least one.</param>
    internal static Times Of(IEnumerable<int> seconds)
    {
        var ordered = seconds.Order().ToList();
        return new Times(At(0.5), At(0.9));

        // Nearest rank: a time somebody really had.
        TimeSpan At(double share) => TimeSpan.FromSeconds(ordered[(int)Math.Ceiling(share * ordered.Count) - 1]);
    }
}

/// <param name="ByHour">By the hour in which the numbers were taken, in the agency's zone.</param>
public sealed record QueueReport(QueueFigure All, IReadOnlyList<QueueFigure> ByField, IReadOnlyList<QueueFigure> ByHour, IReadOnlyList<QueueFigure> ByDay);

/// <summary>Waiting and serving times of a period.</summary>
public sealed class ReadQueueFigures(OfficeDb db)
{
    /// <summary>Longest period, in days, that is read at once.</summary>
    public const int MostDays = 366;

    /// <param name="from">First day, in the agency's zone.</param>
    /// <param name="to">Last day.</param>
    /// <exception cref="RejectedException"><c>not-allowed</c>, <c>period</c>.</exception>
    public async Task<QueueReport> Run(Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        Permit.Require(actor, Right.ReadReports);
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw new RejectedException("period", new Text(
                $"Chọn khoảng thời gian từ 1 đến {MostDays} ngày.", $"Choose a period of 1 to {MostDays} days."))
            { Field = "To" };
        var lines = await db.Set<TicketRow>().AsNoTracking().Where(row => row.TakenOn >= from && row.TakenOn <= to)
            .Select(row => new Line(row.FieldCode, row.TakenOn, row.TakenAt, row.Status == TicketState.Finished, row.WaitedSeconds, row.ServedSeconds))
            .ToListAsync(cancel);
        return new QueueReport(
            Figure("", lines),
            By(lines, line => line.Field),
            By(lines, line => $"{VietnamTime.ToLocal(line.TakenAt).Hour:00}"),
            By(lines, line => $"{line.On:yyyy-MM-dd}"));
    }

    private static List<QueueFigure> By(IEnumerable<Line> lines, Func<Line, string> key) =>
        [.. lines.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Figure(group.Key, [.. group]))];

    private static QueueFigure Figure(string key, IReadOnlyList<Line> lines)
    {
        var served = lines.Where(line => line.IsFinished).ToList();
        return new QueueFigure(
            key, served.Count, lines.Count - served.Count,
            served.Count == 0 ? null : Times.Of(served.Select(line => line.Waited)),
            served.Count == 0 ? null : Times.Of(served.Select(line => line.Served)));
    }

    private sealed record Line(string Field, DateOnly On, DateTimeOffset TakenAt, bool IsFinished, int Waited, int Served);
}

using System.Globalization;
using System.Text.RegularExpressions;
using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>When a term counts as nearly due: the working time that remains is at most a floor or a share of the term, whichever is longer.</summary>
/// <remarks>
/// A setting of the agency's calendar, and the one rule that due rows, lists, pages and reports go by. The floor of
/// limits counted in days is given in working days, that of shorter limits in minutes. A term shorter than two floors
/// has only its share, or it would be nearly due from its beginning.
/// </remarks>
/// <param name="WorkingDays">Floor of limits counted in days.</param>
/// <param name="Minutes">Floor of shorter limits, in working minutes.</param>
/// <param name="Share">Share of the whole term, from 0 to 1.</param>
public sealed partial record NearlyDueRule(int WorkingDays, int Minutes, decimal Share)
{
    public static NearlyDueRule Default { get; } = new(WorkingDays: 1, Minutes: 60, Share: 0.2m);

    /// <summary>The earliest instant from which a term is nearly due; never before it started.</summary>
    /// <param name="limit">The limit of the term; null for a term that only a date ends.</param>
    /// <param name="dueAt">As computed for this limit, pauses included.</param>
    /// <exception cref="RejectedException">The calendar does not have a year that is needed.</exception>
    public DateTimeOffset At(WorkingCalendar calendar, DateTimeOffset startedAt, TimeLimit? limit, DateTimeOffset dueAt)
    {
        var position = calendar.PositionOf(dueAt) - Remaining(TermOf(calendar, startedAt, limit, dueAt), IsInDays(limit));
        return position <= calendar.PositionOf(startedAt) ? startedAt : calendar.InstantAt(position);
    }

    /// <summary>The form in which a calendar's row keeps the rule: <c>1wd 60m 20%</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WorkingDays}wd {Minutes}m {Share * 100:0.##}%");

    /// <exception cref="FormatException">The text is no rule.</exception>
    public static NearlyDueRule Parse(string text) => Form().Match(text) is { Success: true } match
        ? new NearlyDueRule(
            int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture),
            decimal.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) / 100)
        : throw new FormatException($"“{text}” is no rule for nearly due.");

    private int Remaining(int term, bool inDays)
    {
        var floor = inDays ? WorkingDays * RemainingTime.MinutesOfWorkingDay : Minutes;
        var share = (int)(term * Share);
        return term >= 2 * floor ? Math.Max(floor, share) : share;
    }

    private static bool IsInDays(TimeLimit? limit) => limit?.Unit is null or TimeUnit.WorkingDays or TimeUnit.CalendarDays;

    private static int TermOf(WorkingCalendar calendar, DateTimeOffset startedAt, TimeLimit? limit, DateTimeOffset dueAt) => limit switch
    {
        { Unit: TimeUnit.WorkingDays } days => days.Value * RemainingTime.MinutesOfWorkingDay,
        { Unit: TimeUnit.WorkingHours } hours => hours.Value * 60,
        { Unit: TimeUnit.WorkingMinutes } minutes => minutes.Value,
        _ => calendar.WorkingMinutes(startedAt, dueAt),
    };

    [GeneratedRegex(@"\A(\d{1,3})wd (\d{1,4})m (\d{1,3}(?:\.\d{1,2})?)%\z")]
    private static partial Regex Form();
}

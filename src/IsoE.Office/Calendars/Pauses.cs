using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>Puts pauses in order and measures each once, however they overlap.</summary>
internal static class Pauses
{
    /// <summary>Pauses by their beginning; open ones end at <paramref name="asOf"/>, or add nothing without it.</summary>
    /// <exception cref="RejectedException">A pause ends before it begins.</exception>
    public static IReadOnlyList<Pause> InOrder(IReadOnlyList<Pause> pauses, DateTimeOffset? asOf)
    {
        if (pauses.Count == 0) return pauses;
        foreach (var pause in pauses)
            if (pause.To < pause.From) throw CalendarRejections.PauseReversed(pause.From, pause.To.Value);
        return [.. pauses.Select(pause => Closed(pause, asOf)).OrderBy(pause => pause.From)];
    }

    /// <summary>
    /// What each pause adds, counting the days after the one it began on up to and including the one it ended on,
    /// and none up to <paramref name="startedOn"/>.
    /// </summary>
    public static IReadOnlyList<Extension> InDays(
        IReadOnlyList<Pause> ordered, DateOnly startedOn, Func<DateOnly, DateOnly, int> daysAfter)
    {
        var counted = startedOn;
        var extensions = new List<Extension>(ordered.Count);
        foreach (var pause in ordered)
        {
            var from = Later(VietnamTime.DateOf(pause.From), counted);
            var to = VietnamTime.DateOf(pause.To!.Value);
            extensions.Add(new Extension(pause, to > from ? daysAfter(from, to) : 0));
            counted = Later(to, counted);
        }
        return extensions;
    }

    /// <summary>When the earliest open pause began.</summary>
    public static DateTimeOffset? StoppedSince(IReadOnlyList<Pause> pauses)
    {
        DateTimeOffset? since = null;
        foreach (var pause in pauses)
            if (pause.To is null && (since is null || pause.From < since)) since = pause.From;
        return since;
    }

    private static Pause Closed(Pause pause, DateTimeOffset? asOf) =>
        pause.To is not null ? pause : pause with { To = asOf > pause.From ? asOf : pause.From };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

using IsoE.Office.Calendars;

namespace IsoE.Web.Demo;

/// <summary>Turns the working days of the samples into moments.</summary>
/// <param name="calendar">The calendar of the sample agencies.</param>
/// <param name="anchor">The working day from which <c>daysAgo</c> counts back.</param>
public sealed class SampleDays(WorkingCalendar calendar, DateOnly anchor)
{
    /// <summary>The last working day that has ended by <paramref name="now"/>.</summary>
    public static SampleDays UpTo(WorkingCalendar calendar, DateTimeOffset now)
    {
        var day = VietnamTime.DateOf(now);
        while (!calendar.IsWorkingDay(day) || calendar.EndOfWork(day) > now) day = day.AddDays(-1);
        return new SampleDays(calendar, day);
    }

    public DateTimeOffset EndOfAnchor => calendar.EndOfWork(anchor);

    public DateTimeOffset Received(SampleDossier dossier) =>
        VietnamTime.ToInstant(DayOfReceipt(dossier), dossier.Received.At);

    /// <param name="late">Working days by which the script has been put off.</param>
    public DateTimeOffset MomentOf(SampleDossier dossier, SampleStep step, int late) =>
        VietnamTime.ToInstant(After(DayOfReceipt(dossier), step.Day + late), step.At);

    /// <summary>The end of the working day that lies <paramref name="workingDays"/> after the day of <paramref name="now"/>.</summary>
    public DateTimeOffset EndOfDayAfter(DateTimeOffset now, int workingDays) =>
        calendar.EndOfWork(After(VietnamTime.DateOf(now), workingDays));

    private DateOnly DayOfReceipt(SampleDossier dossier)
    {
        var day = anchor;
        for (var left = dossier.Received.DaysAgo; left > 0; left--)
            do day = day.AddDays(-1);
            while (!calendar.IsWorkingDay(day));
        return day;
    }

    private DateOnly After(DateOnly day, int workingDays) => workingDays == 0 ? day : calendar.AddWorkingDays(day, workingDays);
}

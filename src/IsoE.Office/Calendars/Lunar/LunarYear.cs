using System.Collections.Concurrent;

namespace IsoE.Office.Calendars.Lunar;

/// <summary>The months from one month 11 up to the next, 12 or 13 of them, as day numbers of <see cref="DateOnly"/>.</summary>
/// <remarks>
/// Month 11 is the month that holds the winter solstice. Where 13 months lie between two of them, the first month in
/// which the sun reaches no multiple of 30 degrees is the leap month. All days are those of the zone UTC+7.
/// </remarks>
internal sealed class LunarYear
{
    private const double DayNumberZero = 1721425.5;
    private const double Lunation = 29.530588861;
    private const int FirstNewMoon = 730124;

    // Bounded: the public calendar refuses years outside two centuries.
    private static readonly ConcurrentDictionary<int, LunarYear> Computed = new();

    private readonly int _leap;

    private LunarYear(int solsticeYear)
    {
        SolsticeYear = solsticeYear;
        var first = EleventhMonth(solsticeYear);
        var count = EleventhMonth(solsticeYear + 1) - first;
        Starts = [.. Enumerable.Range(first, count + 1).Select(NewMoonDay)];
        _leap = count == 13 ? FindLeap() : -1;
    }

    /// <summary>The year whose winter solstice lies in the first of these months.</summary>
    public int SolsticeYear { get; }

    /// <summary>First days of the months; one more than there are months.</summary>
    public int[] Starts { get; }

    public static LunarYear Holding(DateOnly date)
    {
        var year = FromSolstice(date.Year);
        return year.Starts[0] <= date.DayNumber ? year : FromSolstice(date.Year - 1);
    }

    public static LunarYear FromSolstice(int year) => Computed.GetOrAdd(year, solstice => new LunarYear(solstice));

    public (int Year, int Month, bool IsLeap) NameOf(int index)
    {
        var isLeap = index == _leap;
        var position = _leap >= 0 && index >= _leap ? index - 1 : index;
        var month = (position + 10) % 12 + 1;
        return (month >= 11 ? SolsticeYear : SolsticeYear + 1, month, isLeap);
    }

    private int FindLeap()
    {
        for (var index = 1; index < Starts.Length - 1; index++)
            if (SolarTerm(Starts[index]) == SolarTerm(Starts[index + 1])) return index;
        throw new InvalidOperationException($"No month without a major term after the solstice of {SolsticeYear}.");
    }

    /// <summary>Number of the new moon that begins the month with the winter solstice of <paramref name="year"/>.</summary>
    private static int EleventhMonth(int year)
    {
        var newMoon = LastNewMoonUpTo(new DateOnly(year, 12, 31).DayNumber);
        // The year's last new moon may already lie behind the solstice (270 degrees, term 9).
        return SolarTerm(NewMoonDay(newMoon)) >= 9 ? newMoon - 1 : newMoon;
    }

    private static int LastNewMoonUpTo(int day)
    {
        var lunation = (int)Math.Floor((day - FirstNewMoon) / Lunation);
        while (NewMoonDay(lunation + 1) <= day) lunation++;
        while (NewMoonDay(lunation) > day) lunation--;
        return lunation;
    }

    private static int NewMoonDay(int lunation) =>
        (int)Math.Floor(Astronomy.NewMoon(lunation) - DayNumberZero + VietnamTime.Offset.TotalDays);

    /// <summary>Which twelfth of its way the sun is in when the day begins: 0 from the spring equinox, 9 from the winter solstice.</summary>
    private static int SolarTerm(int day) =>
        (int)(Astronomy.SunLongitude(day + DayNumberZero - VietnamTime.Offset.TotalDays) / 30);
}

using IsoE.Office.Calendars.Lunar;

namespace IsoE.Office.Tests.Calendars.Lunar;

/// <summary>
/// The algorithm Hồ Ngọc Đức published ("Thuật toán tính âm lịch", after Meeus, Astronomical Algorithms 1998, with
/// shorter series), written as described there: an independent oracle for the product's own computation.
/// </summary>
internal static class PublishedLunarAlgorithm
{
    private const double Zone = 7;

    public static LunarDate FromSolar(DateOnly date)
    {
        var day = date.DayNumber + 1721426;
        var k = (int)Math.Floor((day - 2415021.076998695) / 29.530588853);
        var monthStart = NewMoonDay(k + 1);
        if (monthStart > day) monthStart = NewMoonDay(k);
        var a11 = Month11(date.Year);
        var b11 = a11;
        int lunarYear;
        if (a11 >= monthStart)
        {
            lunarYear = date.Year;
            a11 = Month11(date.Year - 1);
        }
        else
        {
            lunarYear = date.Year + 1;
            b11 = Month11(date.Year + 1);
        }
        var difference = (monthStart - a11) / 29;
        var isLeap = false;
        var month = difference + 11;
        if (b11 - a11 > 365)
        {
            var leap = LeapOffset(a11);
            if (difference >= leap)
            {
                month = difference + 10;
                isLeap = difference == leap;
            }
        }
        if (month > 12) month -= 12;
        if (month >= 11 && difference < 4) lunarYear--;
        return new LunarDate(lunarYear, month, day - monthStart + 1, isLeap);
    }

    private static int Month11(int year)
    {
        var off = new DateOnly(year, 12, 31).DayNumber + 1721426 - 2415021;
        var k = (int)Math.Floor(off / 29.530588853);
        var newMoon = NewMoonDay(k);
        return SunSector(newMoon) >= 9 ? NewMoonDay(k - 1) : newMoon;
    }

    private static int LeapOffset(int a11)
    {
        var k = (int)Math.Floor((a11 - 2415021.076998695) / 29.530588853 + 0.5);
        var i = 1;
        var arc = SunSector(NewMoonDay(k + i));
        int last;
        do
        {
            last = arc;
            i++;
            arc = SunSector(NewMoonDay(k + i));
        }
        while (arc != last && i < 14);
        return i - 1;
    }

    private static int SunSector(int day)
    {
        var t = (day - 2451545.5 - Zone / 24) / 36525;
        var dr = Math.PI / 180;
        var m = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
        var l0 = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
        var dl = (1.914600 - 0.004817 * t - 0.000014 * t * t) * Math.Sin(dr * m)
            + (0.019993 - 0.000101 * t) * Math.Sin(dr * 2 * m) + 0.000290 * Math.Sin(dr * 3 * m);
        var l = (l0 + dl) * dr;
        l -= Math.PI * 2 * Math.Floor(l / (Math.PI * 2));
        return (int)Math.Floor(l / Math.PI * 6);
    }

    private static int NewMoonDay(int k)
    {
        var t = k / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        var dr = Math.PI / 180;
        var jd1 = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3;
        jd1 += 0.00033 * Math.Sin((166.56 + 132.87 * t - 0.009173 * t2) * dr);
        var m = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
        var mpr = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
        var f = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
        var c1 = (0.1734 - 0.000393 * t) * Math.Sin(m * dr) + 0.0021 * Math.Sin(2 * dr * m)
            - 0.4068 * Math.Sin(mpr * dr) + 0.0161 * Math.Sin(dr * 2 * mpr) - 0.0004 * Math.Sin(dr * 3 * mpr)
            + 0.0104 * Math.Sin(dr * 2 * f) - 0.0051 * Math.Sin(dr * (m + mpr)) - 0.0074 * Math.Sin(dr * (m - mpr))
            + 0.0004 * Math.Sin(dr * (2 * f + m)) - 0.0004 * Math.Sin(dr * (2 * f - m))
            - 0.0006 * Math.Sin(dr * (2 * f + mpr)) + 0.0010 * Math.Sin(dr * (2 * f - mpr))
            + 0.0005 * Math.Sin(dr * (2 * mpr + m));
        var deltat = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (int)Math.Floor(jd1 + c1 - deltat + 0.5 + Zone / 24);
    }
}

namespace IsoE.Office.Calendars.Lunar;

/// <summary>Moments of new moon and the apparent longitude of the sun, in Universal Time.</summary>
/// <remarks>
/// Formulas of Jean Meeus, Astronomical Algorithms (2nd edition, 1998): chapter 49 for the phases of the moon,
/// chapter 25 for the sun (low accuracy, 0.01 degree). Good to about a minute for new moons and a quarter of an
/// hour for solar terms between 1900 and 2100.
/// </remarks>
internal static class Astronomy
{
    private const double J2000 = 2451545.0;

    /// <summary>Seconds by which dynamical time runs ahead of Universal Time, every 25 years from 1900.</summary>
    private static readonly double[] DeltaSeconds = [-2.8, 23.6, 29.1, 45.5, 63.8, 69.2, 93, 140, 203];

    /// <summary>Coefficients of the periodic terms of the new moon: amplitude, power of E, multiples of M, M', F.</summary>
    private static readonly (double Amplitude, int Eccentricity, int Sun, int Moon, int Node)[] NewMoonTerms =
    [
        (-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0), (0.01039, 0, 0, 0, 2),
        (0.00739, 1, -1, 1, 0), (-0.00514, 1, 1, 1, 0), (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2),
        (-0.00057, 0, 0, 1, 2), (0.00056, 1, 1, 2, 0), (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2),
        (0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0), (0.00004, 0, 0, 2, -2),
        (0.00004, 0, 3, 0, 0), (0.00003, 0, 1, 1, -2), (0.00003, 0, 0, 2, 2), (-0.00003, 0, 1, 1, 2),
        (0.00003, 0, -1, 1, 2), (-0.00002, 0, -1, 1, -2), (-0.00002, 0, 1, 3, 0), (0.00002, 0, 0, 4, 0),
    ];

    /// <summary>Planetary corrections of the new moon: angle in degrees, its change per lunation, amplitude in days.</summary>
    private static readonly (double Angle, double PerLunation, double Amplitude)[] PlanetaryTerms =
    [
        (299.77, 0.107408, 0.000325), (251.88, 0.016321, 0.000165), (251.83, 26.651886, 0.000164),
        (349.42, 36.412478, 0.000126), (84.66, 18.206239, 0.000110), (141.74, 53.303771, 0.000062),
        (207.14, 2.453732, 0.000060), (154.84, 7.306860, 0.000056), (34.52, 27.261239, 0.000047),
        (207.19, 0.121824, 0.000042), (291.34, 1.844379, 0.000040), (161.72, 24.198154, 0.000037),
        (239.56, 25.513099, 0.000035), (331.55, 3.592518, 0.000023),
    ];

    /// <summary>The Julian day (Universal Time) of new moon number <paramref name="lunation"/>, 0 being 6 January 2000.</summary>
    public static double NewMoon(int lunation)
    {
        var k = (double)lunation;
        var t = k / 1236.85;
        var eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
        var sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
        var moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
        var latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
        var node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;

        var day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00017 * Sin(node);
        foreach (var term in NewMoonTerms)
            day += term.Amplitude * Math.Pow(eccentricity, term.Eccentricity)
                * Sin(term.Sun * sun + term.Moon * moon + term.Node * latitude);
        foreach (var term in PlanetaryTerms)
            day += term.Amplitude * Sin(term.Angle + term.PerLunation * k);
        return day - DeltaDays(day);
    }

    /// <summary>The apparent ecliptic longitude of the sun at a Julian day (Universal Time), in degrees from 0 to 360.</summary>
    public static double SunLongitude(double julianDay)
    {
        var t = (julianDay + DeltaDays(julianDay) - J2000) / 36525;
        var mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        var anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
        var center = (1.914602 - 0.004817 * t - 0.000014 * t * t) * Sin(anomaly)
            + (0.019993 - 0.000101 * t) * Sin(2 * anomaly)
            + 0.000289 * Sin(3 * anomaly);
        var apparent = mean + center - 0.00569 - 0.00478 * Sin(125.04 - 1934.136 * t);
        return apparent - 360 * Math.Floor(apparent / 360);
    }

    private static double DeltaDays(double julianDay)
    {
        var steps = Math.Clamp(((julianDay - J2000) / 365.25 + 100) / 25, 0, DeltaSeconds.Length - 1.001);
        var step = (int)steps;
        var seconds = DeltaSeconds[step] + (steps - step) * (DeltaSeconds[step + 1] - DeltaSeconds[step]);
        return seconds / 86400;
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}

namespace IsoE.Office.Calendars.Lunar;

/// <summary>A day of the Vietnamese lunar calendar. A leap month repeats the number of the month before it.</summary>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false);

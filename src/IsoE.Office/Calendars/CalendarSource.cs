namespace IsoE.Office.Calendars;

/// <summary>Gives the working time of an agency.</summary>
public delegate DeadlineCalculator CalendarSource(string agencyId);

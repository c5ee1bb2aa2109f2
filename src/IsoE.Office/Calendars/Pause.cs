using IsoE.Workflows;

namespace IsoE.Office.Calendars;

/// <summary>A time in which the clock of a limit stands still. Without <paramref name="To"/> it stands still until further notice.</summary>
/// <param name="Reason">What is waited for, for explanations; null says nothing about it.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To = null, Text? Reason = null);

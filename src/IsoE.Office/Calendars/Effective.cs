namespace IsoE.Office.Calendars;

/// <summary>The days on which a row applies, both ends included; no end means until further notice.</summary>
public readonly record struct Effective(DateOnly From, DateOnly? To = null)
{
    public bool Covers(DateOnly date) => date >= From && (To is null || date <= To);
}

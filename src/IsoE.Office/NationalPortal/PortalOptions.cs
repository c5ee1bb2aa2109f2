namespace IsoE.Office.NationalPortal;

/// <summary>Where the national portal, or the ministry's system before it, is reached.</summary>
public sealed record PortalOptions
{
    /// <summary>Address of its interface without a slash at the end; null: events are kept as files in <see cref="Folder"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Shared secret by which both sides sign their calls.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Folder for events while there is no address.</summary>
    public required string Folder { get; init; }

    /// <summary>How far the clock of the other side may be ahead of ours.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);
}

namespace IsoE.Office.Messages;

/// <summary>What messages say of the installation.</summary>
public sealed record MessageOptions
{
    /// <summary>Address under which citizens reach the system, without a slash at the end.</summary>
    public string PublicAddress { get; init; } = "http://localhost:5000";

    /// <summary>Telephone number for questions; null takes that of the agency.</summary>
    public string? Hotline { get; init; }

    /// <summary>Number to which people send SMS; null when none can be sent.</summary>
    public string? SmsNumber { get; init; }

    /// <summary>The tracking page of one dossier.</summary>
    public string TrackingAddress(string secret) => $"{PublicAddress}/t/{secret}";

    /// <summary>The page on which a receiver ends such messages.</summary>
    public string StopAddress(string secret) => $"{PublicAddress}/m/{secret}";
}

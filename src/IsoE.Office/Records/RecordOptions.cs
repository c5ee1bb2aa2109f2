namespace IsoE.Office.Records;

/// <summary>What printed documents need to know of the installation.</summary>
public sealed record RecordOptions
{
    /// <summary>Address under which citizens reach the system, without a slash at the end; printed as QR code.</summary>
    public string PublicAddress { get; init; } = "http://localhost:5000";

    /// <summary>The tracking page of one dossier, with the secret part.</summary>
    public string TrackingAddress(string secret) => $"{PublicAddress}/t/{secret}";
}

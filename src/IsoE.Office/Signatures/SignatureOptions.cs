namespace IsoE.Office.Signatures;

/// <summary>How documents are signed on this installation, and whom its verifications trust.</summary>
public sealed record SignatureOptions
{
    /// <summary>Time-stamp authority (RFC 3161 over HTTP); null: signatures claim their time (B-B instead of B-T).</summary>
    public Uri? TimestampAuthority { get; init; }

    /// <summary>
    /// Folder with the certificates of trusted authorities (<c>*.cer</c>, <c>*.crt</c>, <c>*.pem</c>) and revocation lists
    /// (<c>*.crl</c>); null: nobody is trusted.
    /// </summary>
    public string? TrustFolder { get; init; }

    /// <summary>Revocation lists and answers are fetched from where trusted authorities say.</summary>
    public bool FetchesRevocation { get; init; }

    /// <summary>They may come from addresses inside the own network too, where an authority of the own province has its servers.</summary>
    public bool FetchesFromPrivateNetwork { get; init; }

    /// <summary>Tokens on which keys of this installation lie.</summary>
    public IReadOnlyList<SigningToken> Tokens { get; init; } = [];
}

/// <summary>A token or hardware security module that the server can reach.</summary>
/// <param name="Label">Its own label, by which people choose it.</param>
/// <param name="Library">The maker's PKCS#11 library on this machine.</param>
public sealed record SigningToken(string Label, string Library);

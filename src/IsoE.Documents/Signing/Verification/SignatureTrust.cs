using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Whom a verification trusts.</summary>
/// <param name="Authorities">Roots, which are trusted, and authorities below them, which signers may leave out.</param>
/// <param name="RevocationLists">Revocation lists (RFC 5280, 5) that are at hand, in DER.</param>
/// <param name="Http">Fetches revocation lists and answers of trusted authorities, by way of <see cref="PublicNetwork"/>; null: nothing is fetched.</param>
public sealed record SignatureTrust(
    IReadOnlyList<X509Certificate2> Authorities, IReadOnlyList<byte[]> RevocationLists, HttpClient? Http = null)
{
    /// <summary>So long servers are waited for, all those of one file together.</summary>
    public TimeSpan FetchLimit { get; init; } = TimeSpan.FromSeconds(15);

    public static SignatureTrust None { get; } = new([], []);
}

using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Whom a verification trusts.</summary>
/// <param name="Authorities">Roots, which are trusted, and authorities below them, which signers may leave out.</param>
/// <param name="RevocationLists">Revocation lists (RFC 5280, 5) that are at hand, in DER.</param>
/// <param name="Http">Fetches revocation lists of trusted authorities; null: nothing is fetched.</param>
public sealed record SignatureTrust(
    IReadOnlyList<X509Certificate2> Authorities, IReadOnlyList<byte[]> RevocationLists, HttpClient? Http = null)
{
    public static SignatureTrust None { get; } = new([], []);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IsoE.Documents.Signing;

/// <summary>What is asked of a key before anything is signed with it.</summary>
internal static class SigningKeys
{
    public const int ShortestRsa = 2048;
    public const int ShortestCurve = 256;

    /// <exception cref="SigningFailedException"><c>UnfitKey</c>.</exception>
    public static AsymmetricAlgorithm Fit(AsymmetricAlgorithm? key) => key switch
    {
        RSA { KeySize: >= ShortestRsa } or ECDsa { KeySize: >= ShortestCurve } => key,
        null => throw new SigningFailedException(SigningFault.UnfitKey, "The key is neither RSA nor ECDSA."),
        _ => throw new SigningFailedException(SigningFault.UnfitKey, $"A key of {key.KeySize} bits is too short."),
    };

    /// <summary>The issuers of a certificate among others, upwards, without the root.</summary>
    public static IReadOnlyList<X509Certificate2> Issuers(X509Certificate2 own, IReadOnlyCollection<X509Certificate2> others)
    {
        var issuers = new List<X509Certificate2>();
        for (var below = own; issuers.Count < 10; below = issuers[^1])
        {
            var issuer = others.FirstOrDefault(other => other.SubjectName.RawData.AsSpan().SequenceEqual(below.IssuerName.RawData));
            if (issuer is null || issuer.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData)) break;
            issuers.Add(issuer);
        }

        return issuers;
    }
}

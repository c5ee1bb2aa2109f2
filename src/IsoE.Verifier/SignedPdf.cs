using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace IsoE.Verifier;

/// <summary>The signatures of a signed record (PAdES): whether each fits the bytes that it covers, and which certificates made them.</summary>
/// <remarks>
/// Whom the certificates belong to, and whether they were revoked, is for a verification that knows the trusted authorities;
/// the history says which certificate a signature was made with, and that is held against the file.
/// </remarks>
public static partial class SignedPdf
{
    private const string SignedDataType = "1.2.840.113549.1.7.2", MessageDigest = "1.2.840.113549.1.9.4", Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);

    /// <returns>SHA-256 of the certificates that have signed the file, lower-case hexadecimal.</returns>
    /// <exception cref="DamagedException">A signature does not fit, or the last one does not cover the file.</exception>
    public static IReadOnlySet<string> Signers(byte[] pdf, string name)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var signers = new HashSet<string>(StringComparer.Ordinal);
        var covered = 0L;
        foreach (Match range in Range().Matches(text))
        {
            var (first, second, length) = (Whole(range, 1), Whole(range, 2), Whole(range, 3));
            if (first <= 0 || second <= first + 2 || second + length > pdf.Length || pdf[first] != '<' || pdf[second - 1] != '>') throw Wrong(name);
            byte[] content = [.. pdf.AsSpan(0, (int)first), .. pdf.AsSpan((int)second, (int)length)];
            signers.Add(Signer(Message(text[((int)first + 1)..((int)second - 1)], name), content, name));
            covered = Math.Max(covered, second + length);
        }

        return signers.Count == 0 || text[(int)covered..].Trim().Length == 0
            ? signers
            : throw new DamagedException($"tệp {name} đã bị thêm vào sau khi ký", $"something was added to the file {name} after it was signed");
    }

    private static byte[] Message(string digits, string name)
    {
        try
        {
            var bytes = Convert.FromHexString(digits);
            AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out var length);
            return bytes[..length];
        }
        catch (Exception e) when (e is FormatException or AsnContentException)
        {
            throw Wrong(name);
        }
    }

    /// <summary>SHA-256 of the certificate whose key has signed exactly this content (RFC 5652, 5).</summary>
    private static string Signer(byte[] message, byte[] content, string name)
    {
        try
        {
            var info = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
            if (info.ReadObjectIdentifier() != SignedDataType) throw Wrong(name);
            var data = info.ReadSequence(Zero).ReadSequence();
            data.ReadInteger();
            data.ReadSetOf();
            data.ReadSequence();
            var certificates = new List<byte[]>();
            for (var all = data.ReadSetOf(Zero); all.HasData;) certificates.Add(all.ReadEncodedValue().ToArray());
            if (data.PeekTag().TagClass == TagClass.ContextSpecific) data.ReadEncodedValue();
            var signer = data.ReadSetOf().ReadSequence();
            signer.ReadInteger();
            signer.ReadEncodedValue();
            if (signer.ReadSequence().ReadObjectIdentifier() != Sha256) throw Wrong(name);
            var attributes = signer.ReadEncodedValue().ToArray();
            signer.ReadSequence();
            var signature = signer.ReadOctetString();
            if (!DigestIn(attributes).AsSpan().SequenceEqual(SHA256.HashData(content))) throw Wrong(name);
            // Signed are the attributes as a set, whatever they are tagged as in the message.
            attributes[0] = 0x31;
            return certificates.Find(certificate => HasSigned(certificate, attributes, signature)) is { } own
                ? Convert.ToHexStringLower(SHA256.HashData(own))
                : throw Wrong(name);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw Wrong(name);
        }
    }

    private static byte[] DigestIn(byte[] attributes)
    {
        for (var each = new AsnReader(attributes, AsnEncodingRules.BER).ReadSetOf(Zero); each.HasData;)
        {
            var attribute = each.ReadSequence();
            if (attribute.ReadObjectIdentifier() == MessageDigest) return attribute.ReadSetOf().ReadOctetString();
        }

        return [];
    }

    private static bool HasSigned(byte[] certificate, byte[] attributes, byte[] signature)
    {
        using var loaded = X509CertificateLoader.LoadCertificate(certificate);
        using var curve = loaded.GetECDsaPublicKey();
        using var rsa = loaded.GetRSAPublicKey();
        return curve is not null
            ? curve.VerifyData(attributes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            : rsa is not null && rsa.VerifyData(attributes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static long Whole(Match range, int group) => long.Parse(range.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DamagedException Wrong(string name) => new($"chữ ký số trong tệp {name} không khớp với nội dung", $"a signature in the file {name} does not fit its content");

    [GeneratedRegex(@"/ByteRange ?\[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}

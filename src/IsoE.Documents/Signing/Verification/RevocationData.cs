using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing.Verification;

/// <summary>Revocation lists and answers that a file brings along: in its security store (PAdES, DSS) or in a signature (Adobe).</summary>
internal static class RevocationData
{
    private const string AdobeRevocation = "1.2.840.113583.1.1.8";

    public static (IReadOnlyList<byte[]> Lists, IReadOnlyList<byte[]> Answers) Of(PdfFile file, SignerInfo signer)
    {
        var store = file.Dictionary(file.Catalog.Raw("DSS"));
        var (lists, answers) = (Streams(file, store?.Raw("CRLs")), Streams(file, store?.Raw("OCSPs")));
        foreach (var attribute in signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(known => known.Oid.Value == AdobeRevocation && known.Values.Count == 1))
            Add(attribute.Values[0].RawData, lists, answers);
        return (lists, answers);
    }

    private static List<byte[]> Streams(PdfFile file, PdfValue? array) =>
        [.. file.Array(array).Select(file.Resolve).OfType<PdfStream>().Select(file.Unpack)];

    /// <summary><c>RevocationInfoArchival ::= SEQUENCE { crl [0] ..., ocsp [1] ..., otherRevInfo [2] ... }</c></summary>
    private static void Add(byte[] attribute, List<byte[]> lists, List<byte[]> answers)
    {
        try
        {
            var parts = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence();
            while (parts.HasData)
            {
                var tag = parts.PeekTag();
                if (tag.TagValue > 1)
                {
                    parts.ReadEncodedValue();
                    continue;
                }

                var items = parts.ReadSequence(tag).ReadSequence();
                while (items.HasData) (tag.TagValue == 0 ? lists : answers).Add(items.ReadEncodedValue().ToArray());
            }
        }
        catch (AsnContentException)
        {
            // What cannot be read says nothing about revocation.
        }
    }
}

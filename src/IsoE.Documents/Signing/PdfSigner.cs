using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>Signs PDF files by PAdES (ETSI EN 319 142-1): baseline B, and T when there is a time-stamp authority.</summary>
/// <remarks>
/// A signature is an incremental update: not a byte of the file changes, so earlier signatures and the mark of PDF/A stay.
/// </remarks>
public sealed class PdfSigner(TimestampAuthority? timestamps = null)
{
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");
    private static readonly Oid SignatureTimestamp = new("1.2.840.113549.1.9.16.2.14");

    /// <returns>The bytes of the file, and after them the signature.</returns>
    /// <exception cref="SigningFailedException"><c>Unreadable</c>, <c>Locked</c>, <c>ChangesForbidden</c>, <c>UnfitKey</c>, <c>NoTimestamp</c>.</exception>
    public async Task<byte[]> Sign(byte[] pdf, SignatureRequest request, ISigningKey key, CancellationToken cancel)
    {
        SigningKeys.Fit(key.Key);
        var room = RoomFor(key);
        var (bytes, range) = Prepare(pdf, request, room);
        var cms = await SignContent([.. bytes.AsSpan(0, range.FirstLength), .. bytes.AsSpan(range.SecondStart)], key, cancel);
        if (cms.Length > room) throw new InvalidOperationException($"A signature of {cms.Length} bytes does not fit into the {room} kept for it.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(bytes, range.FirstLength + 1);
        return bytes;
    }

    /// <summary>The file with a signature that is still empty.</summary>
    private static (byte[] Bytes, SignedRange Range) Prepare(byte[] pdf, SignatureRequest request, int room)
    {
        try
        {
            var file = PdfFile.Open(pdf);
            if (file.Trailer.Raw("Encrypt") is not null) throw new SigningFailedException(SigningFault.Locked, "The file is locked by a password.");
            if (Certification.Of(file) == Certification.NoChanges) throw new SigningFailedException(SigningFault.ChangesForbidden, "The file was certified against every change.");
            var update = new PdfUpdate(file);
            var signature = update.Add(SignatureDictionary(request, room));
            SignatureField.Add(file, update, signature, request);
            var bytes = update.Write(out var offsets);
            return (bytes, SignedRange.Fill(bytes, offsets[signature.Number], room));
        }
        catch (PdfUnreadableException e)
        {
            throw new SigningFailedException(SigningFault.Unreadable, e.Message, e);
        }
    }

    private static PdfDictionary SignatureDictionary(SignatureRequest request, int room)
    {
        var dictionary = PdfDictionary.Empty
            .With("Type", new PdfName("Sig"))
            .With("Filter", new PdfName("Adobe.PPKLite"))
            .With("SubFilter", new PdfName("ETSI.CAdES.detached"))
            .With("ByteRange", new PdfToken(SignedRange.Placeholder))
            .With("Contents", new PdfToken($"<{new string('0', room * 2)}>"))
            .With("Name", PdfString.Of(request.Name))
            .With("Reason", PdfString.Of(request.Reason))
            .With("M", PdfString.Of(request.At.ToUniversalTime().ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)));
        return request.Location.Length == 0 ? dictionary : dictionary.With("Location", PdfString.Of(request.Location));
    }

    private async Task<byte[]> SignContent(byte[] content, ISigningKey key, CancellationToken cancel)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, key.Key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(key.Issuers.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, NameOf(key.Certificate)));
        cms.ComputeSignature(signer);
        if (timestamps is not null)
        {
            var token = await timestamps.Stamp(cms.SignerInfos[0], cancel);
            cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(SignatureTimestamp, token.AsSignedCms().Encode()));
        }

        return cms.Encode();
    }

    /// <summary>Names the certificate by its hash (RFC 5035, 3), so that another of the same key cannot take its place.</summary>
    private static byte[] NameOf(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }

    private int RoomFor(ISigningKey key) =>
        4096 + key.Certificate.RawData.Length + key.Issuers.Sum(issuer => issuer.RawData.Length) + (timestamps is null ? 0 : 16 * 1024);
}

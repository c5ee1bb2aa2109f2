using IsoE.Office.Instances;

namespace IsoE.Office.Signatures;

/// <summary>Somebody signed a document: over which bytes, with which certificate, and which bytes it has become.</summary>
/// <param name="Record">Code of the record that the document is, or will be when it is issued.</param>
/// <param name="IsSeal">The agency signed, by its clerk.</param>
/// <param name="Holder">Name in the certificate.</param>
/// <param name="CertificateSha256">Of the certificate in DER, lower-case hexadecimal.</param>
/// <param name="Before">SHA-256 of the document that was shown and signed.</param>
/// <param name="After">SHA-256 of the signed document.</param>
/// <param name="Size">Bytes of the signed document.</param>
/// <param name="RecordId">Id of the record when it was issued before it was signed; null for a result that is signed before it is issued.</param>
public sealed record DocumentSigned(
    string Record, bool IsSeal, string Holder, string Issuer, string CertificateSha256, string Before, string After, long Size, string? RecordId = null) : OfficeEvent;

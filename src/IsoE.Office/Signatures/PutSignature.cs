using System.Security.Cryptography;
using IsoE.Documents.Forms;
using IsoE.Documents.Signing;
using IsoE.Documents.Typesetting;
using IsoE.Office.Calendars;
using IsoE.Office.Organisation;
using IsoE.Office.Storage.Attachments;
using IsoE.Workflows;

namespace IsoE.Office.Signatures;

/// <summary>What is to be signed.</summary>
/// <param name="Record">Code of the record that the document is.</param>
/// <param name="Reason">Stands in the signature: approval, issue.</param>
/// <param name="Agency">Name of the agency.</param>
/// <param name="Number">Number and date given by the seal; empty: none.</param>
public sealed record SigningMatter(byte[] Pdf, string Record, Text Reason, string Agency, string Place, string Number);

/// <summary>Signs a document with a registered key and keeps the result; the step that it belongs to records it.</summary>
public sealed class PutSignature(OpenSigningKey keys, Typesetter typesetter, AttachmentStore files, SignatureOptions options, IHttpClientFactory https, TimeProvider clock)
{
    /// <summary>Name of the client that asks the time-stamp authority.</summary>
    internal const string Client = "time-stamps";

    /// <returns>The event to record; the signed document is kept under its <see cref="DocumentSigned.After"/>.</returns>
    /// <exception cref="RejectedException"><c>signing-key-missing</c>, <c>signing-expired</c>, <c>signing-password</c>, <c>signing-token</c>, <c>signing-timestamp</c>, <c>signing-failed</c>.</exception>
    public async Task<DocumentSigned> Run(Actor actor, bool isSeal, SigningMatter matter, string password, string passwordField, CancellationToken cancel)
    {
        var row = await keys.Find(actor, isSeal, cancel) ?? throw SigningRejections.NoKey();
        var now = clock.GetUtcNow();
        if (now < row.NotBefore || now > row.NotAfter) throw SigningRejections.NotValid(row.NotBefore, row.NotAfter);
        try
        {
            using var key = keys.Open(row, password);
            var seal = await Seal(actor, row, matter, now, cancel);
            var request = new SignatureRequest(row.Holder, matter.Reason.Vi, matter.Place, now, seal);
            var signed = await new PdfSigner(Timestamps()).Sign(matter.Pdf, request, key, cancel);
            var kept = await files.Store(new MemoryStream(signed), $"{matter.Record}.pdf", cancel);
            return new DocumentSigned(
                matter.Record, isSeal, row.Holder, row.Issuer, HashOf(row.Certificate), HashOf(matter.Pdf), kept.Sha256, kept.Size);
        }
        catch (SigningFailedException failure)
        {
            throw SigningRejections.Of(failure, passwordField);
        }
    }

    /// <summary>SHA-256 as it is shown and recorded.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private TimestampAuthority? Timestamps() =>
        options.TimestampAuthority is { } address ? new TimestampAuthority(https.CreateClient(Client), address) : null;

    private async Task<VisibleSeal> Seal(Actor actor, SigningKeyRow row, SigningMatter matter, DateTimeOffset now, CancellationToken cancel)
    {
        var at = VietnamTime.ToLocal(now).ToString("dd/MM/yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + " +07:00";
        DocumentForm drawing = row.IsSeal
            ? new OrganisationSeal { Name = matter.Agency, Number = matter.Number, At = at, Picture = row.Picture }
            : new PersonSeal { Name = actor.Name, Agency = matter.Agency, At = at, Picture = row.Picture };
        var pdf = await typesetter.Render(drawing.ToJob(now, overrides: actor.AgencyId), cancel);
        return row.IsSeal
            ? new VisibleSeal(SealKind.Organisation, pdf, $"Dấu của {matter.Agency}, {at}")
            : new VisibleSeal(SealKind.Person, pdf, $"Chữ ký số của {actor.Name}, {at}");
    }
}
